// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).
// From specs/v1/rest.openapi.yaml (sha256 6b92b727e0086960).
// From specs/v1/schemas.yaml (sha256 388456410d5bfc0d).

// @ts-nocheck
import type {
  ClientMessageMap,
  ClientMessageType,
  ServerMessageMap,
  ServerMessageType,
} from '../messages.js';
import type { components } from '../rest.js';
import type { Validator } from './types.js';

const signallingAuthenticate = validate11;
const func2 = (text) => [...text].length;
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.token === void 0 && (missing0 = "token"))
        return validate11.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "token" || key0 === "session_id" || key0 === "emergency_address_id")) {
            return validate11.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate11.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "authenticate")
              return validate11.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "authenticate" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate11.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate11.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate11.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.token !== void 0) {
                let data2 = data.token;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 8192)
                      return validate11.errors = [{ instancePath: instancePath + "/token", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate11.errors = [{ instancePath: instancePath + "/token", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate11.errors = [{ instancePath: instancePath + "/token", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.session_id !== void 0) {
                  let data3 = data.session_id;
                  const _errs10 = errors;
                  if (errors === _errs10)
                    if (typeof data3 == "string") {
                      if (func2(data3) > 128)
                        return validate11.errors = [{ instancePath: instancePath + "/session_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                      if (func2(data3) < 1)
                        return validate11.errors = [{ instancePath: instancePath + "/session_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate11.errors = [{ instancePath: instancePath + "/session_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.emergency_address_id !== void 0) {
                    let data4 = data.emergency_address_id;
                    const _errs12 = errors;
                    if (errors === errors)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 64)
                          return validate11.errors = [{ instancePath: instancePath + "/emergency_address_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                        if (func2(data4) < 1)
                          return validate11.errors = [{ instancePath: instancePath + "/emergency_address_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                      } else
                        return validate11.errors = [{ instancePath: instancePath + "/emergency_address_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs12 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate11.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate11.errors = vErrors, errors === 0;
}
const signallingAuthRefresh = validate12;
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.token === void 0 && (missing0 = "token"))
        return validate12.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "token")) {
            return validate12.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate12.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "auth.refresh")
              return validate12.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "auth.refresh" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate12.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate12.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate12.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.token !== void 0) {
                let data2 = data.token;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 8192)
                      return validate12.errors = [{ instancePath: instancePath + "/token", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate12.errors = [{ instancePath: instancePath + "/token", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate12.errors = [{ instancePath: instancePath + "/token", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate12.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate12.errors = vErrors, errors === 0;
}
const signallingPing = validate13;
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type"))
        return validate13.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id")) {
            return validate13.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate13.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "ping")
              return validate13.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ping" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate13.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate13.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate13.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate13.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate13.errors = vErrors, errors === 0;
}
const signallingCallCreate = validate14;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.destination === void 0 && (missing0 = "destination") || data.sdp === void 0 && (missing0 = "sdp"))
        return validate14.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "destination" || key0 === "sdp" || key0 === "caller_id")) {
            return validate14.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate14.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.create")
              return validate14.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.create" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate14.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate14.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate14.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.destination !== void 0) {
                let data2 = data.destination;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 64)
                      return validate14.errors = [{ instancePath: instancePath + "/destination", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate14.errors = [{ instancePath: instancePath + "/destination", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate14.errors = [{ instancePath: instancePath + "/destination", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.sdp !== void 0) {
                  let data3 = data.sdp;
                  const _errs10 = errors;
                  if (errors === errors)
                    if (typeof data3 == "string") {
                      if (func2(data3) < 1)
                        return validate14.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate14.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.caller_id !== void 0) {
                    let data4 = data.caller_id;
                    const _errs13 = errors;
                    if (errors === _errs13)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 64)
                          return validate14.errors = [{ instancePath: instancePath + "/caller_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                        if (func2(data4) < 1)
                          return validate14.errors = [{ instancePath: instancePath + "/caller_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                      } else
                        return validate14.errors = [{ instancePath: instancePath + "/caller_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate14.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate14.errors = vErrors, errors === 0;
}
const signallingCallAnswer = validate15;
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate15.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate15.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate15.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.answer")
              return validate15.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.answer" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate15.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate15.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate15.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate15.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate15.errors = vErrors, errors === 0;
}
const signallingCallReject = validate16;
const schema29 = { type: "string", enum: ["busy", "decline"] };
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate16.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "reason")) {
            return validate16.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate16.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.reject")
              return validate16.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.reject" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate16.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate16.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate16.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.reason !== void 0) {
                let data2 = data.reason;
                const _errs7 = errors;
                if (typeof data2 != "string")
                  return validate16.errors = [{ instancePath: instancePath + "/reason", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                if (!(data2 === "busy" || data2 === "decline"))
                  return validate16.errors = [{ instancePath: instancePath + "/reason", keyword: "enum", params: { allowedValues: schema29.enum }, message: "must be equal to one of the allowed values" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate16.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate16.errors = vErrors, errors === 0;
}
const signallingCallHangup = validate17;
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate17.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate17.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate17.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.hangup")
              return validate17.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.hangup" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate17.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate17.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate17.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate17.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate17.errors = vErrors, errors === 0;
}
const signallingCallHold = validate18;
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate18.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate18.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate18.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.hold")
              return validate18.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.hold" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate18.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate18.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate18.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate18.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate18.errors = vErrors, errors === 0;
}
const signallingCallResume = validate19;
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate19.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate19.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate19.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.resume")
              return validate19.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.resume" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate19.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate19.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate19.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate19.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate19.errors = vErrors, errors === 0;
}
const signallingCallMute = validate20;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate20.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate20.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate20.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.mute")
              return validate20.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.mute" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate20.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate20.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate20.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate20.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate20.errors = vErrors, errors === 0;
}
const signallingCallUnmute = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate21.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate21.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate21.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.unmute")
              return validate21.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.unmute" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate21.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate21.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate21.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate21.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate21.errors = vErrors, errors === 0;
}
const signallingCallTransfer = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.destination === void 0 && (missing0 = "destination"))
        return validate22.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "call_id" || key0 === "destination")) {
            return validate22.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate22.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.transfer")
              return validate22.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.transfer" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate22.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate22.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate22.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.call_id !== void 0) {
                let data2 = data.call_id;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 64)
                      return validate22.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate22.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate22.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.destination !== void 0) {
                  let data3 = data.destination;
                  const _errs10 = errors;
                  if (errors === errors)
                    if (typeof data3 == "string") {
                      if (func2(data3) > 64)
                        return validate22.errors = [{ instancePath: instancePath + "/destination", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                      if (func2(data3) < 1)
                        return validate22.errors = [{ instancePath: instancePath + "/destination", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate22.errors = [{ instancePath: instancePath + "/destination", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate22.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate22.errors = vErrors, errors === 0;
}
const signallingCallTransferAttended = validate23;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.step === void 0 && (missing0 = "step") || data.destination === void 0 && (missing0 = "destination") || data.sdp === void 0 && (missing0 = "sdp"))
        return validate24.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "call_id" || key0 === "step" || key0 === "destination" || key0 === "sdp")) {
            return validate24.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate24.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.transfer.attended")
              return validate24.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.transfer.attended" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate24.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate24.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate24.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.call_id !== void 0) {
                let data2 = data.call_id;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 64)
                      return validate24.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate24.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate24.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.step !== void 0) {
                  let data3 = data.step;
                  const _errs10 = errors;
                  if (typeof data3 != "string")
                    return validate24.errors = [{ instancePath: instancePath + "/step", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  if (data3 !== "consult")
                    return validate24.errors = [{ instancePath: instancePath + "/step", keyword: "const", params: { allowedValue: "consult" }, message: "must be equal to constant" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.destination !== void 0) {
                    let data4 = data.destination;
                    const _errs12 = errors;
                    if (errors === errors)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 64)
                          return validate24.errors = [{ instancePath: instancePath + "/destination", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                        if (func2(data4) < 1)
                          return validate24.errors = [{ instancePath: instancePath + "/destination", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                      } else
                        return validate24.errors = [{ instancePath: instancePath + "/destination", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs12 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0)
                    if (data.sdp !== void 0) {
                      let data5 = data.sdp;
                      const _errs15 = errors;
                      if (errors === errors)
                        if (typeof data5 == "string") {
                          if (func2(data5) < 1)
                            return validate24.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                        } else
                          return validate24.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs15 === errors;
                    } else
                      var valid0 = !0;
                }
              }
            }
          }
        }
      }
    } else
      return validate24.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate24.errors = vErrors, errors === 0;
}
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.step === void 0 && (missing0 = "step"))
        return validate26.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "call_id" || key0 === "step")) {
            return validate26.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate26.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.transfer.attended")
              return validate26.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.transfer.attended" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate26.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate26.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate26.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.call_id !== void 0) {
                let data2 = data.call_id;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 64)
                      return validate26.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate26.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate26.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.step !== void 0) {
                  let data3 = data.step;
                  const _errs10 = errors;
                  if (typeof data3 != "string")
                    return validate26.errors = [{ instancePath: instancePath + "/step", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  if (data3 !== "complete")
                    return validate26.errors = [{ instancePath: instancePath + "/step", keyword: "const", params: { allowedValue: "complete" }, message: "must be equal to constant" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate26.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate26.errors = vErrors, errors === 0;
}
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  const _errs0 = errors;
  let valid0 = !1, passing0 = null;
  const _errs1 = errors;
  validate24(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length);
  var _valid0 = _errs1 === errors;
  _valid0 && (valid0 = !0, passing0 = 0);
  const _errs2 = errors;
  validate26(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length);
  var _valid0 = _errs2 === errors;
  if (_valid0 && valid0 ? (valid0 = !1, passing0 = [passing0, 1]) : _valid0 && (valid0 = !0, passing0 = 1), valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    const err0 = { instancePath, keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    return vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++, validate23.errors = vErrors, !1;
  }
  return validate23.errors = vErrors, errors === 0;
}
const signallingSdpOffer = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.sdp === void 0 && (missing0 = "sdp"))
        return validate28.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "sdp")) {
            return validate28.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate28.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "sdp.offer")
              return validate28.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.offer" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate28.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate28.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate28.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.sdp !== void 0) {
                let data2 = data.sdp;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) < 1)
                      return validate28.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate28.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate28.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate28.errors = vErrors, errors === 0;
}
const signallingSdpAnswer = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.sdp === void 0 && (missing0 = "sdp"))
        return validate29.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "sdp")) {
            return validate29.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate29.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "sdp.answer")
              return validate29.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.answer" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate29.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate29.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate29.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.sdp !== void 0) {
                let data2 = data.sdp;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) < 1)
                      return validate29.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate29.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate29.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate29.errors = vErrors, errors === 0;
}
const signallingIceCandidate = validate30, schema59 = { type: "object", required: ["type", "call_id", "candidate", "sdp_mid", "sdp_m_line_index"], properties: { type: { type: "string", const: "ice.candidate" }, call_id: { $ref: "#/definitions/CallId" }, candidate: { type: "string", maxLength: 4096 }, sdp_mid: { type: ["string", "null"] }, sdp_m_line_index: { type: ["integer", "null"], minimum: 0, maximum: 65535 } }, additionalProperties: !1 };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.candidate === void 0 && (missing0 = "candidate") || data.sdp_mid === void 0 && (missing0 = "sdp_mid") || data.sdp_m_line_index === void 0 && (missing0 = "sdp_m_line_index"))
        return validate30.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "candidate" || key0 === "sdp_mid" || key0 === "sdp_m_line_index")) {
            return validate30.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate30.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "ice.candidate")
              return validate30.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.candidate" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate30.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate30.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate30.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.candidate !== void 0) {
                let data2 = data.candidate;
                const _errs7 = errors;
                if (errors === _errs7)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 4096)
                      return validate30.errors = [{ instancePath: instancePath + "/candidate", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                  } else
                    return validate30.errors = [{ instancePath: instancePath + "/candidate", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.sdp_mid !== void 0) {
                  let data3 = data.sdp_mid;
                  const _errs9 = errors;
                  if (typeof data3 != "string" && data3 !== null)
                    return validate30.errors = [{ instancePath: instancePath + "/sdp_mid", keyword: "type", params: { type: schema59.properties.sdp_mid.type }, message: "must be string,null" }], !1;
                  var valid0 = _errs9 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.sdp_m_line_index !== void 0) {
                    let data4 = data.sdp_m_line_index;
                    const _errs11 = errors;
                    if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)) && data4 !== null)
                      return validate30.errors = [{ instancePath: instancePath + "/sdp_m_line_index", keyword: "type", params: { type: schema59.properties.sdp_m_line_index.type }, message: "must be integer,null" }], !1;
                    if (errors === _errs11 && typeof data4 == "number" && isFinite(data4)) {
                      if (data4 > 65535 || isNaN(data4))
                        return validate30.errors = [{ instancePath: instancePath + "/sdp_m_line_index", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" }], !1;
                      if (data4 < 0 || isNaN(data4))
                        return validate30.errors = [{ instancePath: instancePath + "/sdp_m_line_index", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                    }
                    var valid0 = _errs11 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate30.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate30.errors = vErrors, errors === 0;
}
const signallingIceDone = validate31;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate31.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate31.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate31.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "ice.done")
              return validate31.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.done" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate31.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate31.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate31.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate31.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate31.errors = vErrors, errors === 0;
}
const signallingPresenceSubscribe = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type"))
        return validate32.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "users")) {
            return validate32.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate32.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "presence.subscribe")
              return validate32.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.subscribe" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128)
                    return validate32.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate32.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate32.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.users !== void 0) {
                let data2 = data.users;
                const _errs7 = errors;
                if (errors === _errs7)
                  if (Array.isArray(data2)) {
                    if (data2.length > 100)
                      return validate32.errors = [{ instancePath: instancePath + "/users", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" }], !1;
                    if (data2.length < 1)
                      return validate32.errors = [{ instancePath: instancePath + "/users", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
                    {
                      var valid2 = !0;
                      const len0 = data2.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data3 = data2[i0];
                        const _errs9 = errors;
                        if (errors === errors)
                          if (typeof data3 == "string") {
                            if (func2(data3) > 64)
                              return validate32.errors = [{ instancePath: instancePath + "/users/" + i0, keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                            if (func2(data3) < 1)
                              return validate32.errors = [{ instancePath: instancePath + "/users/" + i0, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                          } else
                            return validate32.errors = [{ instancePath: instancePath + "/users/" + i0, keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid2 = _errs9 === errors;
                        if (!valid2)
                          break;
                      }
                    }
                  } else
                    return validate32.errors = [{ instancePath: instancePath + "/users", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate32.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate32.errors = vErrors, errors === 0;
}
const signallingSdpPranswer = validate33;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.sdp === void 0 && (missing0 = "sdp"))
        return validate33.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "sdp")) {
            return validate33.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate33.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "sdp.pranswer")
              return validate33.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.pranswer" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate33.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate33.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate33.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.sdp !== void 0) {
                let data2 = data.sdp;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) < 1)
                      return validate33.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate33.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate33.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate33.errors = vErrors, errors === 0;
}
const signallingAuthenticated = validate34, schema69 = { type: "object", required: ["type", "user_id", "account_id"], properties: { type: { type: "string", const: "authenticated" }, req_id: { anyOf: [{ $ref: "#/definitions/ReqId" }, { type: "null" }] }, user_id: { $ref: "#/definitions/UserId" }, account_id: { $ref: "#/definitions/AccountId" }, reconnected: { type: ["boolean", "null"] } }, additionalProperties: !1 };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.user_id === void 0 && (missing0 = "user_id") || data.account_id === void 0 && (missing0 = "account_id"))
        return validate34.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "user_id" || key0 === "account_id" || key0 === "reconnected")) {
            return validate34.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate34.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "authenticated")
              return validate34.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "authenticated" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors, _errs5 = errors;
              let valid1 = !1;
              const _errs6 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128) {
                    const err0 = { instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                  } else if (func2(data1) < 1) {
                    const err1 = { instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                  }
                } else {
                  const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
              var _valid0 = _errs6 === errors;
              if (valid1 = valid1 || _valid0, !valid1) {
                const _errs9 = errors;
                if (data1 !== null) {
                  const err3 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                var _valid0 = _errs9 === errors;
                valid1 = valid1 || _valid0;
              }
              if (valid1)
                errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
              else {
                const err4 = { instancePath: instancePath + "/req_id", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate34.errors = vErrors, !1;
              }
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.user_id !== void 0) {
                let data2 = data.user_id;
                const _errs11 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 64)
                      return validate34.errors = [{ instancePath: instancePath + "/user_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate34.errors = [{ instancePath: instancePath + "/user_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate34.errors = [{ instancePath: instancePath + "/user_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs11 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.account_id !== void 0) {
                  let data3 = data.account_id;
                  const _errs14 = errors;
                  if (errors === errors)
                    if (typeof data3 == "string") {
                      if (func2(data3) > 64)
                        return validate34.errors = [{ instancePath: instancePath + "/account_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                      if (func2(data3) < 1)
                        return validate34.errors = [{ instancePath: instancePath + "/account_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate34.errors = [{ instancePath: instancePath + "/account_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs14 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.reconnected !== void 0) {
                    let data4 = data.reconnected;
                    const _errs17 = errors;
                    if (typeof data4 != "boolean" && data4 !== null)
                      return validate34.errors = [{ instancePath: instancePath + "/reconnected", keyword: "type", params: { type: schema69.properties.reconnected.type }, message: "must be boolean,null" }], !1;
                    var valid0 = _errs17 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate34.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate34.errors = vErrors, errors === 0;
}
const signallingAuthRefreshed = validate35;
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type"))
        return validate35.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id")) {
            return validate35.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate35.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "auth.refreshed")
              return validate35.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "auth.refreshed" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors, _errs5 = errors;
              let valid1 = !1;
              const _errs6 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128) {
                    const err0 = { instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                  } else if (func2(data1) < 1) {
                    const err1 = { instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                  }
                } else {
                  const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
              var _valid0 = _errs6 === errors;
              if (valid1 = valid1 || _valid0, !valid1) {
                const _errs9 = errors;
                if (data1 !== null) {
                  const err3 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                var _valid0 = _errs9 === errors;
                valid1 = valid1 || _valid0;
              }
              if (valid1)
                errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
              else {
                const err4 = { instancePath: instancePath + "/req_id", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate35.errors = vErrors, !1;
              }
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate35.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate35.errors = vErrors, errors === 0;
}
const signallingPong = validate36;
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type"))
        return validate36.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id")) {
            return validate36.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate36.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "pong")
              return validate36.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "pong" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors, _errs5 = errors;
              let valid1 = !1;
              const _errs6 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128) {
                    const err0 = { instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                  } else if (func2(data1) < 1) {
                    const err1 = { instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                  }
                } else {
                  const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
              var _valid0 = _errs6 === errors;
              if (valid1 = valid1 || _valid0, !valid1) {
                const _errs9 = errors;
                if (data1 !== null) {
                  const err3 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                var _valid0 = _errs9 === errors;
                valid1 = valid1 || _valid0;
              }
              if (valid1)
                errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
              else {
                const err4 = { instancePath: instancePath + "/req_id", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate36.errors = vErrors, !1;
              }
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate36.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate36.errors = vErrors, errors === 0;
}
const signallingNetworkChanged = validate37;
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type"))
        return validate37.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (key0 !== "type") {
            return validate37.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.type !== void 0) {
          let data0 = data.type;
          if (typeof data0 != "string")
            return validate37.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          if (data0 !== "network.changed")
            return validate37.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "network.changed" }, message: "must be equal to constant" }], !1;
        }
      }
    } else
      return validate37.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate37.errors = vErrors, errors === 0;
}
const signallingErrorFrame = validate38, schema78 = { type: "object", required: ["type", "code", "message"], properties: { type: { type: "string", const: "error" }, code: { type: "string", minLength: 1 }, message: { type: "string" }, req_id: { anyOf: [{ $ref: "#/definitions/ReqId" }, { type: "null" }] }, call_id: { anyOf: [{ $ref: "#/definitions/CallId" }, { type: "null" }] }, fatal: { type: ["boolean", "null"] }, retry_after_seconds: { type: ["number", "null"], minimum: 0 }, context: { anyOf: [{ $ref: "#/definitions/ErrorContext" }, { type: "null" }] } }, additionalProperties: !1 };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (Array.isArray(data)) {
      var valid0 = !0;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs1 = errors;
        if (errors === errors)
          if (typeof data0 == "string") {
            if (func2(data0) > 64)
              return validate40.errors = [{ instancePath: instancePath + "/" + i0, keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
            if (func2(data0) < 1)
              return validate40.errors = [{ instancePath: instancePath + "/" + i0, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
          } else
            return validate40.errors = [{ instancePath: instancePath + "/" + i0, keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
        if (!valid0)
          break;
      }
    } else
      return validate40.errors = [{ instancePath, keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
  return validate40.errors = vErrors, errors === 0;
}
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data)
        if (key0 !== "users") {
          return validate39.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
          break;
        }
      if (_errs1 === errors && data.users !== void 0) {
        let data0 = data.users;
        const _errs3 = errors;
        let valid1 = !1;
        const _errs4 = errors;
        validate40(data0, { instancePath: instancePath + "/users", parentData: data, parentDataProperty: "users", rootData }) || (vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors), errors = vErrors.length);
        var _valid0 = _errs4 === errors;
        if (valid1 = valid1 || _valid0, !valid1) {
          const _errs5 = errors;
          if (data0 !== null) {
            const err0 = { instancePath: instancePath + "/users", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
          }
          var _valid0 = _errs5 === errors;
          valid1 = valid1 || _valid0;
        }
        if (valid1)
          errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
        else {
          const err1 = { instancePath: instancePath + "/users", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
          return vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++, validate39.errors = vErrors, !1;
        }
      }
    } else
      return validate39.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate39.errors = vErrors, errors === 0;
}
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.code === void 0 && (missing0 = "code") || data.message === void 0 && (missing0 = "message"))
        return validate38.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "code" || key0 === "message" || key0 === "req_id" || key0 === "call_id" || key0 === "fatal" || key0 === "retry_after_seconds" || key0 === "context")) {
            return validate38.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate38.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "error")
              return validate38.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "error" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.code !== void 0) {
              let data1 = data.code;
              const _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (func2(data1) < 1)
                    return validate38.errors = [{ instancePath: instancePath + "/code", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate38.errors = [{ instancePath: instancePath + "/code", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.message !== void 0) {
                const _errs6 = errors;
                if (typeof data.message != "string")
                  return validate38.errors = [{ instancePath: instancePath + "/message", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.req_id !== void 0) {
                  let data3 = data.req_id;
                  const _errs8 = errors, _errs9 = errors;
                  let valid1 = !1;
                  const _errs10 = errors;
                  if (errors === errors)
                    if (typeof data3 == "string") {
                      if (func2(data3) > 128) {
                        const err0 = { instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                      } else if (func2(data3) < 1) {
                        const err1 = { instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                      }
                    } else {
                      const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                    }
                  var _valid0 = _errs10 === errors;
                  if (valid1 = valid1 || _valid0, !valid1) {
                    const _errs13 = errors;
                    if (data3 !== null) {
                      const err3 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "null" }, message: "must be null" };
                      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                    }
                    var _valid0 = _errs13 === errors;
                    valid1 = valid1 || _valid0;
                  }
                  if (valid1)
                    errors = _errs9, vErrors !== null && (_errs9 ? vErrors.length = _errs9 : vErrors = null);
                  else {
                    const err4 = { instancePath: instancePath + "/req_id", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                    return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate38.errors = vErrors, !1;
                  }
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.call_id !== void 0) {
                    let data4 = data.call_id;
                    const _errs15 = errors, _errs16 = errors;
                    let valid3 = !1;
                    const _errs17 = errors;
                    if (errors === errors)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 64) {
                          const err5 = { instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
                          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                        } else if (func2(data4) < 1) {
                          const err6 = { instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                        }
                      } else {
                        const err7 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" };
                        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                      }
                    var _valid1 = _errs17 === errors;
                    if (valid3 = valid3 || _valid1, !valid3) {
                      const _errs20 = errors;
                      if (data4 !== null) {
                        const err8 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "null" }, message: "must be null" };
                        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                      }
                      var _valid1 = _errs20 === errors;
                      valid3 = valid3 || _valid1;
                    }
                    if (valid3)
                      errors = _errs16, vErrors !== null && (_errs16 ? vErrors.length = _errs16 : vErrors = null);
                    else {
                      const err9 = { instancePath: instancePath + "/call_id", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                      return vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++, validate38.errors = vErrors, !1;
                    }
                    var valid0 = _errs15 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.fatal !== void 0) {
                      let data5 = data.fatal;
                      const _errs22 = errors;
                      if (typeof data5 != "boolean" && data5 !== null)
                        return validate38.errors = [{ instancePath: instancePath + "/fatal", keyword: "type", params: { type: schema78.properties.fatal.type }, message: "must be boolean,null" }], !1;
                      var valid0 = _errs22 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.retry_after_seconds !== void 0) {
                        let data6 = data.retry_after_seconds;
                        const _errs24 = errors;
                        if (!(typeof data6 == "number" && isFinite(data6)) && data6 !== null)
                          return validate38.errors = [{ instancePath: instancePath + "/retry_after_seconds", keyword: "type", params: { type: schema78.properties.retry_after_seconds.type }, message: "must be number,null" }], !1;
                        if (errors === _errs24 && typeof data6 == "number" && isFinite(data6) && (data6 < 0 || isNaN(data6)))
                          return validate38.errors = [{ instancePath: instancePath + "/retry_after_seconds", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                        var valid0 = _errs24 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0)
                        if (data.context !== void 0) {
                          let data7 = data.context;
                          const _errs26 = errors, _errs27 = errors;
                          let valid5 = !1;
                          const _errs28 = errors;
                          validate39(data7, { instancePath: instancePath + "/context", parentData: data, parentDataProperty: "context", rootData }) || (vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors), errors = vErrors.length);
                          var _valid2 = _errs28 === errors;
                          if (valid5 = valid5 || _valid2, !valid5) {
                            const _errs29 = errors;
                            if (data7 !== null) {
                              const err10 = { instancePath: instancePath + "/context", keyword: "type", params: { type: "null" }, message: "must be null" };
                              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                            }
                            var _valid2 = _errs29 === errors;
                            valid5 = valid5 || _valid2;
                          }
                          if (valid5)
                            errors = _errs27, vErrors !== null && (_errs27 ? vErrors.length = _errs27 : vErrors = null);
                          else {
                            const err11 = { instancePath: instancePath + "/context", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                            return vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++, validate38.errors = vErrors, !1;
                          }
                          var valid0 = _errs26 === errors;
                        } else
                          var valid0 = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate38.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate38.errors = vErrors, errors === 0;
}
const signallingCallTrying = validate43;
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate43.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "call_id")) {
            return validate43.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate43.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.trying")
              return validate43.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.trying" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors, _errs5 = errors;
              let valid1 = !1;
              const _errs6 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128) {
                    const err0 = { instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                  } else if (func2(data1) < 1) {
                    const err1 = { instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                  }
                } else {
                  const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
              var _valid0 = _errs6 === errors;
              if (valid1 = valid1 || _valid0, !valid1) {
                const _errs9 = errors;
                if (data1 !== null) {
                  const err3 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                var _valid0 = _errs9 === errors;
                valid1 = valid1 || _valid0;
              }
              if (valid1)
                errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
              else {
                const err4 = { instancePath: instancePath + "/req_id", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate43.errors = vErrors, !1;
              }
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.call_id !== void 0) {
                let data2 = data.call_id;
                const _errs11 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 64)
                      return validate43.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate43.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate43.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs11 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate43.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate43.errors = vErrors, errors === 0;
}
const signallingCallRinging = validate44;
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate44.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate44.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate44.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.ringing")
              return validate44.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.ringing" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate44.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate44.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate44.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate44.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate44.errors = vErrors, errors === 0;
}
const signallingCallIncoming = validate45;
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.from === void 0 && (missing0 = "from") || data.from_name === void 0 && (missing0 = "from_name") || data.to === void 0 && (missing0 = "to"))
        return validate45.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "from" || key0 === "from_name" || key0 === "to")) {
            return validate45.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate45.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.incoming")
              return validate45.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.incoming" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate45.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate45.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate45.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.from !== void 0) {
                let data2 = data.from;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 64)
                      return validate45.errors = [{ instancePath: instancePath + "/from", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  } else
                    return validate45.errors = [{ instancePath: instancePath + "/from", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.from_name !== void 0) {
                  let data3 = data.from_name;
                  const _errs10 = errors, _errs11 = errors;
                  let valid3 = !1;
                  const _errs12 = errors;
                  if (errors === errors)
                    if (typeof data3 == "string") {
                      if (func2(data3) > 256) {
                        const err0 = { instancePath: instancePath + "/from_name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
                        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                      }
                    } else {
                      const err1 = { instancePath: instancePath + "/from_name", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                    }
                  var _valid0 = _errs12 === errors;
                  if (valid3 = valid3 || _valid0, !valid3) {
                    const _errs15 = errors;
                    if (data3 !== null) {
                      const err2 = { instancePath: instancePath + "/from_name", keyword: "type", params: { type: "null" }, message: "must be null" };
                      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                    }
                    var _valid0 = _errs15 === errors;
                    valid3 = valid3 || _valid0;
                  }
                  if (valid3)
                    errors = _errs11, vErrors !== null && (_errs11 ? vErrors.length = _errs11 : vErrors = null);
                  else {
                    const err3 = { instancePath: instancePath + "/from_name", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                    return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate45.errors = vErrors, !1;
                  }
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.to !== void 0) {
                    let data4 = data.to;
                    const _errs17 = errors;
                    if (errors === errors)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 64)
                          return validate45.errors = [{ instancePath: instancePath + "/to", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                      } else
                        return validate45.errors = [{ instancePath: instancePath + "/to", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs17 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate45.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate45.errors = vErrors, errors === 0;
}
const signallingCallAnswered = validate46;
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate46.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "answered_at")) {
            return validate46.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate46.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.answered")
              return validate46.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.answered" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate46.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate46.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate46.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.answered_at !== void 0) {
                let data2 = data.answered_at;
                const _errs7 = errors, _errs8 = errors;
                let valid2 = !1;
                const _errs9 = errors, _errs10 = errors;
                if (errors === _errs10 && errors === _errs10)
                  if (typeof data2 == "string") {
                    if (!formats0.test(data2)) {
                      const err0 = { instancePath: instancePath + "/answered_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
                      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                    }
                  } else {
                    const err1 = { instancePath: instancePath + "/answered_at", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                  }
                var _valid0 = _errs9 === errors;
                if (valid2 = valid2 || _valid0, !valid2) {
                  const _errs12 = errors;
                  if (data2 !== null) {
                    const err2 = { instancePath: instancePath + "/answered_at", keyword: "type", params: { type: "null" }, message: "must be null" };
                    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                  }
                  var _valid0 = _errs12 === errors;
                  valid2 = valid2 || _valid0;
                }
                if (valid2)
                  errors = _errs8, vErrors !== null && (_errs8 ? vErrors.length = _errs8 : vErrors = null);
                else {
                  const err3 = { instancePath: instancePath + "/answered_at", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate46.errors = vErrors, !1;
                }
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate46.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate46.errors = vErrors, errors === 0;
}
const signallingCallHeld = validate47;
const schema99 = { type: "string", enum: ["local", "remote"] };
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.held_by === void 0 && (missing0 = "held_by"))
        return validate47.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "held_by")) {
            return validate47.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate47.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.held")
              return validate47.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.held" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate47.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate47.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate47.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.held_by !== void 0) {
                let data2 = data.held_by;
                const _errs7 = errors;
                if (typeof data2 != "string")
                  return validate47.errors = [{ instancePath: instancePath + "/held_by", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                if (!(data2 === "local" || data2 === "remote"))
                  return validate47.errors = [{ instancePath: instancePath + "/held_by", keyword: "enum", params: { allowedValues: schema99.enum }, message: "must be equal to one of the allowed values" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate47.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate47.errors = vErrors, errors === 0;
}
const signallingCallResumed = validate48;
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id"))
        return validate48.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id")) {
            return validate48.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate48.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.resumed")
              return validate48.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.resumed" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate48.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate48.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate48.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate48.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate48.errors = vErrors, errors === 0;
}
const signallingCallEnded = validate49, schema102 = { type: "object", required: ["type", "call_id", "reason", "duration_seconds"], properties: { type: { type: "string", const: "call.ended" }, call_id: { $ref: "#/definitions/CallId" }, reason: { $ref: "#/definitions/EndReason" }, duration_seconds: { type: ["integer", "null"], minimum: 0 }, answered_elsewhere: { type: ["boolean", "null"] } }, additionalProperties: !1 }, schema104 = { type: "string", enum: ["hangup", "no-answer", "busy", "failed", "transferred", "rejected"] };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.reason === void 0 && (missing0 = "reason") || data.duration_seconds === void 0 && (missing0 = "duration_seconds"))
        return validate49.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "call_id" || key0 === "reason" || key0 === "duration_seconds" || key0 === "answered_elsewhere")) {
            return validate49.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate49.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.ended")
              return validate49.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.ended" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate49.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate49.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate49.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.reason !== void 0) {
                let data2 = data.reason;
                const _errs7 = errors;
                if (typeof data2 != "string")
                  return validate49.errors = [{ instancePath: instancePath + "/reason", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                if (!(data2 === "hangup" || data2 === "no-answer" || data2 === "busy" || data2 === "failed" || data2 === "transferred" || data2 === "rejected"))
                  return validate49.errors = [{ instancePath: instancePath + "/reason", keyword: "enum", params: { allowedValues: schema104.enum }, message: "must be equal to one of the allowed values" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.duration_seconds !== void 0) {
                  let data3 = data.duration_seconds;
                  const _errs10 = errors;
                  if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)) && data3 !== null)
                    return validate49.errors = [{ instancePath: instancePath + "/duration_seconds", keyword: "type", params: { type: schema102.properties.duration_seconds.type }, message: "must be integer,null" }], !1;
                  if (errors === _errs10 && typeof data3 == "number" && isFinite(data3) && (data3 < 0 || isNaN(data3)))
                    return validate49.errors = [{ instancePath: instancePath + "/duration_seconds", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.answered_elsewhere !== void 0) {
                    let data4 = data.answered_elsewhere;
                    const _errs12 = errors;
                    if (typeof data4 != "boolean" && data4 !== null)
                      return validate49.errors = [{ instancePath: instancePath + "/answered_elsewhere", keyword: "type", params: { type: schema102.properties.answered_elsewhere.type }, message: "must be boolean,null" }], !1;
                    var valid0 = _errs12 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate49.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate49.errors = vErrors, errors === 0;
}
const signallingCallRestored = validate50, schema105 = { type: "object", required: ["type", "call_id", "state", "direction", "from", "from_name", "to", "answered_at"], properties: { type: { type: "string", const: "call.restored" }, call_id: { $ref: "#/definitions/CallId" }, state: { $ref: "#/definitions/RestoredCallState" }, direction: { $ref: "#/definitions/CallDirection" }, from: { $ref: "#/definitions/PartyNumber" }, from_name: { anyOf: [{ $ref: "#/definitions/DisplayName" }, { type: "null" }] }, to: { $ref: "#/definitions/PartyNumber" }, answered_at: { anyOf: [{ $ref: "#/definitions/Timestamp" }, { type: "null" }] }, held_by: { anyOf: [{ $ref: "#/definitions/HoldSide" }, { type: "null" }] }, muted: { type: ["boolean", "null"] }, duration_seconds: { type: ["integer", "null"], minimum: 0 } }, additionalProperties: !1 }, schema107 = { type: "string", enum: ["ringing", "active", "held"] }, schema108 = { type: "string", enum: ["inbound", "outbound"] }, func108 = Object.prototype.hasOwnProperty;
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.state === void 0 && (missing0 = "state") || data.direction === void 0 && (missing0 = "direction") || data.from === void 0 && (missing0 = "from") || data.from_name === void 0 && (missing0 = "from_name") || data.to === void 0 && (missing0 = "to") || data.answered_at === void 0 && (missing0 = "answered_at"))
        return validate50.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!func108.call(schema105.properties, key0)) {
            return validate50.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate50.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "call.restored")
              return validate50.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.restored" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.call_id !== void 0) {
              let data1 = data.call_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate50.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate50.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate50.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.state !== void 0) {
                let data2 = data.state;
                const _errs7 = errors;
                if (typeof data2 != "string")
                  return validate50.errors = [{ instancePath: instancePath + "/state", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                if (!(data2 === "ringing" || data2 === "active" || data2 === "held"))
                  return validate50.errors = [{ instancePath: instancePath + "/state", keyword: "enum", params: { allowedValues: schema107.enum }, message: "must be equal to one of the allowed values" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.direction !== void 0) {
                  let data3 = data.direction;
                  const _errs10 = errors;
                  if (typeof data3 != "string")
                    return validate50.errors = [{ instancePath: instancePath + "/direction", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  if (!(data3 === "inbound" || data3 === "outbound"))
                    return validate50.errors = [{ instancePath: instancePath + "/direction", keyword: "enum", params: { allowedValues: schema108.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.from !== void 0) {
                    let data4 = data.from;
                    const _errs13 = errors;
                    if (errors === errors)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 64)
                          return validate50.errors = [{ instancePath: instancePath + "/from", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                      } else
                        return validate50.errors = [{ instancePath: instancePath + "/from", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.from_name !== void 0) {
                      let data5 = data.from_name;
                      const _errs16 = errors, _errs17 = errors;
                      let valid5 = !1;
                      const _errs18 = errors;
                      if (errors === errors)
                        if (typeof data5 == "string") {
                          if (func2(data5) > 256) {
                            const err0 = { instancePath: instancePath + "/from_name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
                            vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                          }
                        } else {
                          const err1 = { instancePath: instancePath + "/from_name", keyword: "type", params: { type: "string" }, message: "must be string" };
                          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                        }
                      var _valid0 = _errs18 === errors;
                      if (valid5 = valid5 || _valid0, !valid5) {
                        const _errs21 = errors;
                        if (data5 !== null) {
                          const err2 = { instancePath: instancePath + "/from_name", keyword: "type", params: { type: "null" }, message: "must be null" };
                          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                        }
                        var _valid0 = _errs21 === errors;
                        valid5 = valid5 || _valid0;
                      }
                      if (valid5)
                        errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null);
                      else {
                        const err3 = { instancePath: instancePath + "/from_name", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate50.errors = vErrors, !1;
                      }
                      var valid0 = _errs16 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.to !== void 0) {
                        let data6 = data.to;
                        const _errs23 = errors;
                        if (errors === errors)
                          if (typeof data6 == "string") {
                            if (func2(data6) > 64)
                              return validate50.errors = [{ instancePath: instancePath + "/to", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                          } else
                            return validate50.errors = [{ instancePath: instancePath + "/to", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs23 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0) {
                        if (data.answered_at !== void 0) {
                          let data7 = data.answered_at;
                          const _errs26 = errors, _errs27 = errors;
                          let valid8 = !1;
                          const _errs28 = errors, _errs29 = errors;
                          if (errors === _errs29 && errors === _errs29)
                            if (typeof data7 == "string") {
                              if (!formats0.test(data7)) {
                                const err4 = { instancePath: instancePath + "/answered_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
                                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                              }
                            } else {
                              const err5 = { instancePath: instancePath + "/answered_at", keyword: "type", params: { type: "string" }, message: "must be string" };
                              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                            }
                          var _valid1 = _errs28 === errors;
                          if (valid8 = valid8 || _valid1, !valid8) {
                            const _errs31 = errors;
                            if (data7 !== null) {
                              const err6 = { instancePath: instancePath + "/answered_at", keyword: "type", params: { type: "null" }, message: "must be null" };
                              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                            }
                            var _valid1 = _errs31 === errors;
                            valid8 = valid8 || _valid1;
                          }
                          if (valid8)
                            errors = _errs27, vErrors !== null && (_errs27 ? vErrors.length = _errs27 : vErrors = null);
                          else {
                            const err7 = { instancePath: instancePath + "/answered_at", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                            return vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++, validate50.errors = vErrors, !1;
                          }
                          var valid0 = _errs26 === errors;
                        } else
                          var valid0 = !0;
                        if (valid0) {
                          if (data.held_by !== void 0) {
                            let data8 = data.held_by;
                            const _errs33 = errors, _errs34 = errors;
                            let valid10 = !1;
                            const _errs35 = errors;
                            if (typeof data8 != "string") {
                              const err8 = { instancePath: instancePath + "/held_by", keyword: "type", params: { type: "string" }, message: "must be string" };
                              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                            }
                            if (!(data8 === "local" || data8 === "remote")) {
                              const err9 = { instancePath: instancePath + "/held_by", keyword: "enum", params: { allowedValues: schema99.enum }, message: "must be equal to one of the allowed values" };
                              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                            }
                            var _valid2 = _errs35 === errors;
                            if (valid10 = valid10 || _valid2, !valid10) {
                              const _errs38 = errors;
                              if (data8 !== null) {
                                const err10 = { instancePath: instancePath + "/held_by", keyword: "type", params: { type: "null" }, message: "must be null" };
                                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                              }
                              var _valid2 = _errs38 === errors;
                              valid10 = valid10 || _valid2;
                            }
                            if (valid10)
                              errors = _errs34, vErrors !== null && (_errs34 ? vErrors.length = _errs34 : vErrors = null);
                            else {
                              const err11 = { instancePath: instancePath + "/held_by", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                              return vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++, validate50.errors = vErrors, !1;
                            }
                            var valid0 = _errs33 === errors;
                          } else
                            var valid0 = !0;
                          if (valid0) {
                            if (data.muted !== void 0) {
                              let data9 = data.muted;
                              const _errs40 = errors;
                              if (typeof data9 != "boolean" && data9 !== null)
                                return validate50.errors = [{ instancePath: instancePath + "/muted", keyword: "type", params: { type: schema105.properties.muted.type }, message: "must be boolean,null" }], !1;
                              var valid0 = _errs40 === errors;
                            } else
                              var valid0 = !0;
                            if (valid0)
                              if (data.duration_seconds !== void 0) {
                                let data10 = data.duration_seconds;
                                const _errs42 = errors;
                                if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10)) && data10 !== null)
                                  return validate50.errors = [{ instancePath: instancePath + "/duration_seconds", keyword: "type", params: { type: schema105.properties.duration_seconds.type }, message: "must be integer,null" }], !1;
                                if (errors === _errs42 && typeof data10 == "number" && isFinite(data10) && (data10 < 0 || isNaN(data10)))
                                  return validate50.errors = [{ instancePath: instancePath + "/duration_seconds", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                                var valid0 = _errs42 === errors;
                              } else
                                var valid0 = !0;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate50.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate50.errors = vErrors, errors === 0;
}
const signallingPresenceList = validate51;
const schema116 = { type: "object", required: ["user_id", "name", "status", "updated_at"], properties: { user_id: { $ref: "#/definitions/UserId" }, name: { $ref: "#/definitions/DisplayName" }, status: { $ref: "#/definitions/PresenceStatus" }, status_text: { anyOf: [{ $ref: "#/definitions/StatusText" }, { type: "null" }] }, do_not_disturb: { type: ["boolean", "null"] }, updated_at: { $ref: "#/definitions/Timestamp" } }, additionalProperties: !1 }, schema119 = { type: "string", enum: ["available", "on_call", "dnd", "away", "offline"] };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.user_id === void 0 && (missing0 = "user_id") || data.name === void 0 && (missing0 = "name") || data.status === void 0 && (missing0 = "status") || data.updated_at === void 0 && (missing0 = "updated_at"))
        return validate52.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "user_id" || key0 === "name" || key0 === "status" || key0 === "status_text" || key0 === "do_not_disturb" || key0 === "updated_at")) {
            return validate52.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.user_id !== void 0) {
            let data0 = data.user_id;
            const _errs2 = errors;
            if (errors === errors)
              if (typeof data0 == "string") {
                if (func2(data0) > 64)
                  return validate52.errors = [{ instancePath: instancePath + "/user_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data0) < 1)
                  return validate52.errors = [{ instancePath: instancePath + "/user_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate52.errors = [{ instancePath: instancePath + "/user_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.name !== void 0) {
              let data1 = data.name;
              const _errs5 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 256)
                    return validate52.errors = [{ instancePath: instancePath + "/name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
                } else
                  return validate52.errors = [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.status !== void 0) {
                let data2 = data.status;
                const _errs8 = errors;
                if (typeof data2 != "string")
                  return validate52.errors = [{ instancePath: instancePath + "/status", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                if (!(data2 === "available" || data2 === "on_call" || data2 === "dnd" || data2 === "away" || data2 === "offline"))
                  return validate52.errors = [{ instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: schema119.enum }, message: "must be equal to one of the allowed values" }], !1;
                var valid0 = _errs8 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.status_text !== void 0) {
                  let data3 = data.status_text;
                  const _errs11 = errors, _errs12 = errors;
                  let valid4 = !1;
                  const _errs13 = errors;
                  if (errors === errors)
                    if (typeof data3 == "string") {
                      if (func2(data3) > 140) {
                        const err0 = { instancePath: instancePath + "/status_text", keyword: "maxLength", params: { limit: 140 }, message: "must NOT have more than 140 characters" };
                        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                      }
                    } else {
                      const err1 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                    }
                  var _valid0 = _errs13 === errors;
                  if (valid4 = valid4 || _valid0, !valid4) {
                    const _errs16 = errors;
                    if (data3 !== null) {
                      const err2 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "null" }, message: "must be null" };
                      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                    }
                    var _valid0 = _errs16 === errors;
                    valid4 = valid4 || _valid0;
                  }
                  if (valid4)
                    errors = _errs12, vErrors !== null && (_errs12 ? vErrors.length = _errs12 : vErrors = null);
                  else {
                    const err3 = { instancePath: instancePath + "/status_text", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                    return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate52.errors = vErrors, !1;
                  }
                  var valid0 = _errs11 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.do_not_disturb !== void 0) {
                    let data4 = data.do_not_disturb;
                    const _errs18 = errors;
                    if (typeof data4 != "boolean" && data4 !== null)
                      return validate52.errors = [{ instancePath: instancePath + "/do_not_disturb", keyword: "type", params: { type: schema116.properties.do_not_disturb.type }, message: "must be boolean,null" }], !1;
                    var valid0 = _errs18 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0)
                    if (data.updated_at !== void 0) {
                      let data5 = data.updated_at;
                      const _errs20 = errors, _errs21 = errors;
                      if (errors === _errs21 && errors === _errs21)
                        if (typeof data5 == "string") {
                          if (!formats0.test(data5))
                            return validate52.errors = [{ instancePath: instancePath + "/updated_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                        } else
                          return validate52.errors = [{ instancePath: instancePath + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs20 === errors;
                    } else
                      var valid0 = !0;
                }
              }
            }
          }
        }
      }
    } else
      return validate52.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate52.errors = vErrors, errors === 0;
}
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.users === void 0 && (missing0 = "users"))
        return validate51.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "req_id" || key0 === "users")) {
            return validate51.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate51.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "presence.list")
              return validate51.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.list" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.req_id !== void 0) {
              let data1 = data.req_id;
              const _errs4 = errors, _errs5 = errors;
              let valid1 = !1;
              const _errs6 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 128) {
                    const err0 = { instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                  } else if (func2(data1) < 1) {
                    const err1 = { instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                  }
                } else {
                  const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
              var _valid0 = _errs6 === errors;
              if (valid1 = valid1 || _valid0, !valid1) {
                const _errs9 = errors;
                if (data1 !== null) {
                  const err3 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                var _valid0 = _errs9 === errors;
                valid1 = valid1 || _valid0;
              }
              if (valid1)
                errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
              else {
                const err4 = { instancePath: instancePath + "/req_id", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate51.errors = vErrors, !1;
              }
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.users !== void 0) {
                let data2 = data.users;
                const _errs11 = errors;
                if (errors === _errs11)
                  if (Array.isArray(data2)) {
                    var valid3 = !0;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs13 = errors;
                      validate52(data2[i0], { instancePath: instancePath + "/users/" + i0, parentData: data2, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
                      var valid3 = _errs13 === errors;
                      if (!valid3)
                        break;
                    }
                  } else
                    return validate51.errors = [{ instancePath: instancePath + "/users", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                var valid0 = _errs11 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate51.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate51.errors = vErrors, errors === 0;
}
const signallingPresenceUpdate = validate54, schema122 = { type: "object", required: ["type", "user_id", "name", "status", "updated_at"], properties: { type: { type: "string", const: "presence.update" }, user_id: { $ref: "#/definitions/UserId" }, name: { $ref: "#/definitions/DisplayName" }, status: { $ref: "#/definitions/PresenceStatus" }, status_text: { anyOf: [{ $ref: "#/definitions/StatusText" }, { type: "null" }] }, do_not_disturb: { type: ["boolean", "null"] }, updated_at: { $ref: "#/definitions/Timestamp" } }, additionalProperties: !1 };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.user_id === void 0 && (missing0 = "user_id") || data.name === void 0 && (missing0 = "name") || data.status === void 0 && (missing0 = "status") || data.updated_at === void 0 && (missing0 = "updated_at"))
        return validate54.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "type" || key0 === "user_id" || key0 === "name" || key0 === "status" || key0 === "status_text" || key0 === "do_not_disturb" || key0 === "updated_at")) {
            return validate54.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate54.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "presence.update")
              return validate54.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.update" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.user_id !== void 0) {
              let data1 = data.user_id;
              const _errs4 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate54.errors = [{ instancePath: instancePath + "/user_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate54.errors = [{ instancePath: instancePath + "/user_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate54.errors = [{ instancePath: instancePath + "/user_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.name !== void 0) {
                let data2 = data.name;
                const _errs7 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 256)
                      return validate54.errors = [{ instancePath: instancePath + "/name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
                  } else
                    return validate54.errors = [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.status !== void 0) {
                  let data3 = data.status;
                  const _errs10 = errors;
                  if (typeof data3 != "string")
                    return validate54.errors = [{ instancePath: instancePath + "/status", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  if (!(data3 === "available" || data3 === "on_call" || data3 === "dnd" || data3 === "away" || data3 === "offline"))
                    return validate54.errors = [{ instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: schema119.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid0 = _errs10 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.status_text !== void 0) {
                    let data4 = data.status_text;
                    const _errs13 = errors, _errs14 = errors;
                    let valid4 = !1;
                    const _errs15 = errors;
                    if (errors === errors)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 140) {
                          const err0 = { instancePath: instancePath + "/status_text", keyword: "maxLength", params: { limit: 140 }, message: "must NOT have more than 140 characters" };
                          vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                        }
                      } else {
                        const err1 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "string" }, message: "must be string" };
                        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                      }
                    var _valid0 = _errs15 === errors;
                    if (valid4 = valid4 || _valid0, !valid4) {
                      const _errs18 = errors;
                      if (data4 !== null) {
                        const err2 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "null" }, message: "must be null" };
                        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                      }
                      var _valid0 = _errs18 === errors;
                      valid4 = valid4 || _valid0;
                    }
                    if (valid4)
                      errors = _errs14, vErrors !== null && (_errs14 ? vErrors.length = _errs14 : vErrors = null);
                    else {
                      const err3 = { instancePath: instancePath + "/status_text", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                      return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate54.errors = vErrors, !1;
                    }
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.do_not_disturb !== void 0) {
                      let data5 = data.do_not_disturb;
                      const _errs20 = errors;
                      if (typeof data5 != "boolean" && data5 !== null)
                        return validate54.errors = [{ instancePath: instancePath + "/do_not_disturb", keyword: "type", params: { type: schema122.properties.do_not_disturb.type }, message: "must be boolean,null" }], !1;
                      var valid0 = _errs20 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0)
                      if (data.updated_at !== void 0) {
                        let data6 = data.updated_at;
                        const _errs22 = errors, _errs23 = errors;
                        if (errors === _errs23 && errors === _errs23)
                          if (typeof data6 == "string") {
                            if (!formats0.test(data6))
                              return validate54.errors = [{ instancePath: instancePath + "/updated_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                          } else
                            return validate54.errors = [{ instancePath: instancePath + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs22 === errors;
                      } else
                        var valid0 = !0;
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate54.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate54.errors = vErrors, errors === 0;
}
const restCreateUserRequest = validate56;
const pattern0 = new RegExp("^[0-9]{2,8}$", "u");
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data)
        if (!(key0 === "name" || key0 === "email" || key0 === "extension")) {
          return validate56.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
          break;
        }
      if (_errs1 === errors) {
        if (data.name !== void 0) {
          let data0 = data.name;
          const _errs2 = errors;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (func2(data0) > 256)
                return validate56.errors = [{ instancePath: instancePath + "/name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
            } else
              return validate56.errors = [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs2 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.email !== void 0) {
            let data1 = data.email;
            const _errs5 = errors;
            if (errors === _errs5)
              if (typeof data1 == "string") {
                if (func2(data1) > 254)
                  return validate56.errors = [{ instancePath: instancePath + "/email", keyword: "maxLength", params: { limit: 254 }, message: "must NOT have more than 254 characters" }], !1;
              } else
                return validate56.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.extension !== void 0) {
              let data2 = data.extension;
              const _errs7 = errors;
              if (errors === _errs7)
                if (typeof data2 == "string") {
                  if (!pattern0.test(data2))
                    return validate56.errors = [{ instancePath: instancePath + "/extension", keyword: "pattern", params: { pattern: "^[0-9]{2,8}$" }, message: 'must match pattern "^[0-9]{2,8}$"' }], !1;
                } else
                  return validate56.errors = [{ instancePath: instancePath + "/extension", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs7 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate56.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate56.errors = vErrors, errors === 0;
}
const restCreateUserSessionRequest = validate57;
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.user === void 0 && (missing0 = "user"))
        return validate57.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "user" || key0 === "ttl_seconds")) {
            return validate57.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.user !== void 0) {
            let data0 = data.user;
            const _errs2 = errors;
            if (errors === errors)
              if (typeof data0 == "string") {
                if (func2(data0) > 64)
                  return validate57.errors = [{ instancePath: instancePath + "/user", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data0) < 1)
                  return validate57.errors = [{ instancePath: instancePath + "/user", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate57.errors = [{ instancePath: instancePath + "/user", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.ttl_seconds !== void 0) {
              let data1 = data.ttl_seconds;
              const _errs5 = errors;
              if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                return validate57.errors = [{ instancePath: instancePath + "/ttl_seconds", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              if (errors === _errs5 && typeof data1 == "number" && isFinite(data1)) {
                if (data1 > 604800 || isNaN(data1))
                  return validate57.errors = [{ instancePath: instancePath + "/ttl_seconds", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }], !1;
                if (data1 < 1 || isNaN(data1))
                  return validate57.errors = [{ instancePath: instancePath + "/ttl_seconds", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
              }
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate57.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate57.errors = vErrors, errors === 0;
}
const restRevokeUserSessionsRequest = validate58;
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data))
      for (const key0 in data) {
        return validate58.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
        break;
      }
    else
      return validate58.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate58.errors = vErrors, errors === 0;
}
const restSetPresenceRequest = validate59;
const schema135 = { type: "string", enum: ["available", "dnd", "away"] };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.status === void 0 && (missing0 = "status"))
        return validate59.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "status" || key0 === "status_text")) {
            return validate59.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.status !== void 0) {
            let data0 = data.status;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate59.errors = [{ instancePath: instancePath + "/status", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (!(data0 === "available" || data0 === "dnd" || data0 === "away"))
              return validate59.errors = [{ instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: schema135.enum }, message: "must be equal to one of the allowed values" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.status_text !== void 0) {
              let data1 = data.status_text;
              const _errs5 = errors, _errs6 = errors;
              let valid2 = !1;
              const _errs7 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 140) {
                    const err0 = { instancePath: instancePath + "/status_text", keyword: "maxLength", params: { limit: 140 }, message: "must NOT have more than 140 characters" };
                    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                  }
                } else {
                  const err1 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                }
              var _valid0 = _errs7 === errors;
              if (valid2 = valid2 || _valid0, !valid2) {
                const _errs10 = errors;
                if (data1 !== null) {
                  const err2 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
                var _valid0 = _errs10 === errors;
                valid2 = valid2 || _valid0;
              }
              if (valid2)
                errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null);
              else {
                const err3 = { instancePath: instancePath + "/status_text", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate59.errors = vErrors, !1;
              }
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate59.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate59.errors = vErrors, errors === 0;
}
const restEmergencyAddressRequest = validate60, schema137 = { type: "object", required: ["street", "city", "state", "zip", "country"], properties: { street: { type: "string", minLength: 1, maxLength: 256 }, street2: { type: ["string", "null"], maxLength: 256 }, city: { type: "string", minLength: 1, maxLength: 128 }, state: { type: "string", pattern: "^[A-Z]{2}$" }, zip: { type: "string", minLength: 1, maxLength: 16 }, country: { type: "string", pattern: "^[A-Z]{2}$" } }, additionalProperties: !1 }, pattern1 = new RegExp("^[A-Z]{2}$", "u");
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.street === void 0 && (missing0 = "street") || data.city === void 0 && (missing0 = "city") || data.state === void 0 && (missing0 = "state") || data.zip === void 0 && (missing0 = "zip") || data.country === void 0 && (missing0 = "country"))
        return validate60.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "street" || key0 === "street2" || key0 === "city" || key0 === "state" || key0 === "zip" || key0 === "country")) {
            return validate60.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.street !== void 0) {
            let data0 = data.street;
            const _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (func2(data0) > 256)
                  return validate60.errors = [{ instancePath: instancePath + "/street", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
                if (func2(data0) < 1)
                  return validate60.errors = [{ instancePath: instancePath + "/street", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate60.errors = [{ instancePath: instancePath + "/street", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.street2 !== void 0) {
              let data1 = data.street2;
              const _errs4 = errors;
              if (typeof data1 != "string" && data1 !== null)
                return validate60.errors = [{ instancePath: instancePath + "/street2", keyword: "type", params: { type: schema137.properties.street2.type }, message: "must be string,null" }], !1;
              if (errors === _errs4 && typeof data1 == "string" && func2(data1) > 256)
                return validate60.errors = [{ instancePath: instancePath + "/street2", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.city !== void 0) {
                let data2 = data.city;
                const _errs6 = errors;
                if (errors === _errs6)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 128)
                      return validate60.errors = [{ instancePath: instancePath + "/city", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate60.errors = [{ instancePath: instancePath + "/city", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate60.errors = [{ instancePath: instancePath + "/city", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.state !== void 0) {
                  let data3 = data.state;
                  const _errs8 = errors;
                  if (errors === _errs8)
                    if (typeof data3 == "string") {
                      if (!pattern1.test(data3))
                        return validate60.errors = [{ instancePath: instancePath + "/state", keyword: "pattern", params: { pattern: "^[A-Z]{2}$" }, message: 'must match pattern "^[A-Z]{2}$"' }], !1;
                    } else
                      return validate60.errors = [{ instancePath: instancePath + "/state", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.zip !== void 0) {
                    let data4 = data.zip;
                    const _errs10 = errors;
                    if (errors === _errs10)
                      if (typeof data4 == "string") {
                        if (func2(data4) > 16)
                          return validate60.errors = [{ instancePath: instancePath + "/zip", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" }], !1;
                        if (func2(data4) < 1)
                          return validate60.errors = [{ instancePath: instancePath + "/zip", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                      } else
                        return validate60.errors = [{ instancePath: instancePath + "/zip", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs10 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0)
                    if (data.country !== void 0) {
                      let data5 = data.country;
                      const _errs12 = errors;
                      if (errors === _errs12)
                        if (typeof data5 == "string") {
                          if (!pattern1.test(data5))
                            return validate60.errors = [{ instancePath: instancePath + "/country", keyword: "pattern", params: { pattern: "^[A-Z]{2}$" }, message: 'must match pattern "^[A-Z]{2}$"' }], !1;
                        } else
                          return validate60.errors = [{ instancePath: instancePath + "/country", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs12 === errors;
                    } else
                      var valid0 = !0;
                }
              }
            }
          }
        }
      }
    } else
      return validate60.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate60.errors = vErrors, errors === 0;
}
const restUser = validate61, schema138 = { type: "object", required: ["id", "account", "name", "email", "extension", "created_at"], properties: { id: { $ref: "#/definitions/UserId" }, account: { $ref: "#/definitions/AccountId" }, name: { anyOf: [{ $ref: "#/definitions/DisplayName" }, { type: "null" }] }, email: { type: ["string", "null"] }, extension: { type: ["string", "null"] }, created_at: { $ref: "#/definitions/Timestamp" } }, additionalProperties: !1 };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.account === void 0 && (missing0 = "account") || data.name === void 0 && (missing0 = "name") || data.email === void 0 && (missing0 = "email") || data.extension === void 0 && (missing0 = "extension") || data.created_at === void 0 && (missing0 = "created_at"))
        return validate61.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "id" || key0 === "account" || key0 === "name" || key0 === "email" || key0 === "extension" || key0 === "created_at")) {
            return validate61.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let data0 = data.id;
            const _errs2 = errors;
            if (errors === errors)
              if (typeof data0 == "string") {
                if (func2(data0) > 64)
                  return validate61.errors = [{ instancePath: instancePath + "/id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data0) < 1)
                  return validate61.errors = [{ instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate61.errors = [{ instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.account !== void 0) {
              let data1 = data.account;
              const _errs5 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate61.errors = [{ instancePath: instancePath + "/account", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate61.errors = [{ instancePath: instancePath + "/account", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate61.errors = [{ instancePath: instancePath + "/account", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.name !== void 0) {
                let data2 = data.name;
                const _errs8 = errors, _errs9 = errors;
                let valid3 = !1;
                const _errs10 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 256) {
                      const err0 = { instancePath: instancePath + "/name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
                      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                    }
                  } else {
                    const err1 = { instancePath: instancePath + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                  }
                var _valid0 = _errs10 === errors;
                if (valid3 = valid3 || _valid0, !valid3) {
                  const _errs13 = errors;
                  if (data2 !== null) {
                    const err2 = { instancePath: instancePath + "/name", keyword: "type", params: { type: "null" }, message: "must be null" };
                    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                  }
                  var _valid0 = _errs13 === errors;
                  valid3 = valid3 || _valid0;
                }
                if (valid3)
                  errors = _errs9, vErrors !== null && (_errs9 ? vErrors.length = _errs9 : vErrors = null);
                else {
                  const err3 = { instancePath: instancePath + "/name", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate61.errors = vErrors, !1;
                }
                var valid0 = _errs8 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.email !== void 0) {
                  let data3 = data.email;
                  const _errs15 = errors;
                  if (typeof data3 != "string" && data3 !== null)
                    return validate61.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: schema138.properties.email.type }, message: "must be string,null" }], !1;
                  var valid0 = _errs15 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.extension !== void 0) {
                    let data4 = data.extension;
                    const _errs17 = errors;
                    if (typeof data4 != "string" && data4 !== null)
                      return validate61.errors = [{ instancePath: instancePath + "/extension", keyword: "type", params: { type: schema138.properties.extension.type }, message: "must be string,null" }], !1;
                    var valid0 = _errs17 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0)
                    if (data.created_at !== void 0) {
                      let data5 = data.created_at;
                      const _errs19 = errors, _errs20 = errors;
                      if (errors === _errs20 && errors === _errs20)
                        if (typeof data5 == "string") {
                          if (!formats0.test(data5))
                            return validate61.errors = [{ instancePath: instancePath + "/created_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                        } else
                          return validate61.errors = [{ instancePath: instancePath + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs19 === errors;
                    } else
                      var valid0 = !0;
                }
              }
            }
          }
        }
      }
    } else
      return validate61.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate61.errors = vErrors, errors === 0;
}
const restErrorBody = validate62;
const schema144 = { type: "string", enum: ["invalid_request", "unauthorized", "token_expired", "session_revoked", "not_found", "method_not_allowed", "payload_too_large", "conflict", "idempotency_mismatch", "address_not_found", "rate_limited", "internal_error"] }, schema145 = { type: "object", required: ["street", "city", "state", "zip", "country"], properties: { street: { type: "string" }, street2: { type: ["string", "null"] }, city: { type: "string" }, state: { type: "string" }, zip: { type: "string" }, country: { type: "string" } }, additionalProperties: !1 };
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.error === void 0 && (missing0 = "error"))
        return validate62.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "error" || key0 === "code" || key0 === "type" || key0 === "param" || key0 === "doc_url" || key0 === "suggestions")) {
            return validate62.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.error !== void 0) {
            const _errs2 = errors;
            if (typeof data.error != "string")
              return validate62.errors = [{ instancePath: instancePath + "/error", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.code !== void 0) {
              let data1 = data.code;
              const _errs4 = errors;
              if (typeof data1 != "string")
                return validate62.errors = [{ instancePath: instancePath + "/code", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              if (!(data1 === "invalid_request" || data1 === "unauthorized" || data1 === "token_expired" || data1 === "session_revoked" || data1 === "not_found" || data1 === "method_not_allowed" || data1 === "payload_too_large" || data1 === "conflict" || data1 === "idempotency_mismatch" || data1 === "address_not_found" || data1 === "rate_limited" || data1 === "internal_error"))
                return validate62.errors = [{ instancePath: instancePath + "/code", keyword: "enum", params: { allowedValues: schema144.enum }, message: "must be equal to one of the allowed values" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.type !== void 0) {
                const _errs7 = errors;
                if (typeof data.type != "string")
                  return validate62.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.param !== void 0) {
                  const _errs9 = errors;
                  if (typeof data.param != "string")
                    return validate62.errors = [{ instancePath: instancePath + "/param", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs9 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.doc_url !== void 0) {
                    const _errs11 = errors;
                    if (typeof data.doc_url != "string")
                      return validate62.errors = [{ instancePath: instancePath + "/doc_url", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs11 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0)
                    if (data.suggestions !== void 0) {
                      let data5 = data.suggestions;
                      const _errs13 = errors;
                      if (errors === _errs13)
                        if (Array.isArray(data5)) {
                          var valid2 = !0;
                          const len0 = data5.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            let data6 = data5[i0];
                            const _errs15 = errors;
                            if (errors === errors)
                              if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                                let missing1;
                                if (data6.street === void 0 && (missing1 = "street") || data6.city === void 0 && (missing1 = "city") || data6.state === void 0 && (missing1 = "state") || data6.zip === void 0 && (missing1 = "zip") || data6.country === void 0 && (missing1 = "country"))
                                  return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0, keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }], !1;
                                {
                                  const _errs18 = errors;
                                  for (const key1 in data6)
                                    if (!(key1 === "street" || key1 === "street2" || key1 === "city" || key1 === "state" || key1 === "zip" || key1 === "country")) {
                                      return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0, keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }], !1;
                                      break;
                                    }
                                  if (_errs18 === errors) {
                                    if (data6.street !== void 0) {
                                      const _errs19 = errors;
                                      if (typeof data6.street != "string")
                                        return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0 + "/street", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                      var valid4 = _errs19 === errors;
                                    } else
                                      var valid4 = !0;
                                    if (valid4) {
                                      if (data6.street2 !== void 0) {
                                        let data8 = data6.street2;
                                        const _errs21 = errors;
                                        if (typeof data8 != "string" && data8 !== null)
                                          return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0 + "/street2", keyword: "type", params: { type: schema145.properties.street2.type }, message: "must be string,null" }], !1;
                                        var valid4 = _errs21 === errors;
                                      } else
                                        var valid4 = !0;
                                      if (valid4) {
                                        if (data6.city !== void 0) {
                                          const _errs23 = errors;
                                          if (typeof data6.city != "string")
                                            return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0 + "/city", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                          var valid4 = _errs23 === errors;
                                        } else
                                          var valid4 = !0;
                                        if (valid4) {
                                          if (data6.state !== void 0) {
                                            const _errs25 = errors;
                                            if (typeof data6.state != "string")
                                              return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0 + "/state", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                            var valid4 = _errs25 === errors;
                                          } else
                                            var valid4 = !0;
                                          if (valid4) {
                                            if (data6.zip !== void 0) {
                                              const _errs27 = errors;
                                              if (typeof data6.zip != "string")
                                                return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0 + "/zip", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                              var valid4 = _errs27 === errors;
                                            } else
                                              var valid4 = !0;
                                            if (valid4)
                                              if (data6.country !== void 0) {
                                                const _errs29 = errors;
                                                if (typeof data6.country != "string")
                                                  return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0 + "/country", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                                var valid4 = _errs29 === errors;
                                              } else
                                                var valid4 = !0;
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              } else
                                return validate62.errors = [{ instancePath: instancePath + "/suggestions/" + i0, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                            var valid2 = _errs15 === errors;
                            if (!valid2)
                              break;
                          }
                        } else
                          return validate62.errors = [{ instancePath: instancePath + "/suggestions", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                      var valid0 = _errs13 === errors;
                    } else
                      var valid0 = !0;
                }
              }
            }
          }
        }
      }
    } else
      return validate62.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate62.errors = vErrors, errors === 0;
}
const restUserSession = validate63;
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.user === void 0 && (missing0 = "user") || data.account === void 0 && (missing0 = "account") || data.client_secret === void 0 && (missing0 = "client_secret") || data.expires_at === void 0 && (missing0 = "expires_at"))
        return validate63.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "user" || key0 === "account" || key0 === "client_secret" || key0 === "expires_at")) {
            return validate63.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.user !== void 0) {
            let data0 = data.user;
            const _errs2 = errors;
            if (errors === errors)
              if (typeof data0 == "string") {
                if (func2(data0) > 64)
                  return validate63.errors = [{ instancePath: instancePath + "/user", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data0) < 1)
                  return validate63.errors = [{ instancePath: instancePath + "/user", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate63.errors = [{ instancePath: instancePath + "/user", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.account !== void 0) {
              let data1 = data.account;
              const _errs5 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 64)
                    return validate63.errors = [{ instancePath: instancePath + "/account", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data1) < 1)
                    return validate63.errors = [{ instancePath: instancePath + "/account", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate63.errors = [{ instancePath: instancePath + "/account", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.client_secret !== void 0) {
                let data2 = data.client_secret;
                const _errs8 = errors;
                if (errors === errors)
                  if (typeof data2 == "string") {
                    if (func2(data2) > 8192)
                      return validate63.errors = [{ instancePath: instancePath + "/client_secret", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }], !1;
                    if (func2(data2) < 1)
                      return validate63.errors = [{ instancePath: instancePath + "/client_secret", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate63.errors = [{ instancePath: instancePath + "/client_secret", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs8 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.expires_at !== void 0) {
                  let data3 = data.expires_at;
                  const _errs11 = errors, _errs12 = errors;
                  if (errors === _errs12 && errors === _errs12)
                    if (typeof data3 == "string") {
                      if (!formats0.test(data3))
                        return validate63.errors = [{ instancePath: instancePath + "/expires_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                    } else
                      return validate63.errors = [{ instancePath: instancePath + "/expires_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs11 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate63.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate63.errors = vErrors, errors === 0;
}
const restSessionRevocation = validate64;
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.user === void 0 && (missing0 = "user") || data.sessions_revoked_at === void 0 && (missing0 = "sessions_revoked_at"))
        return validate64.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "user" || key0 === "sessions_revoked_at")) {
            return validate64.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.user !== void 0) {
            let data0 = data.user;
            const _errs2 = errors;
            if (errors === errors)
              if (typeof data0 == "string") {
                if (func2(data0) > 64)
                  return validate64.errors = [{ instancePath: instancePath + "/user", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data0) < 1)
                  return validate64.errors = [{ instancePath: instancePath + "/user", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate64.errors = [{ instancePath: instancePath + "/user", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.sessions_revoked_at !== void 0) {
              let data1 = data.sessions_revoked_at;
              const _errs5 = errors, _errs6 = errors;
              if (errors === _errs6 && errors === _errs6)
                if (typeof data1 == "string") {
                  if (!formats0.test(data1))
                    return validate64.errors = [{ instancePath: instancePath + "/sessions_revoked_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                } else
                  return validate64.errors = [{ instancePath: instancePath + "/sessions_revoked_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate64.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate64.errors = vErrors, errors === 0;
}
const restIceServers = validate65;
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.urls === void 0 && (missing0 = "urls"))
        return validate66.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "urls" || key0 === "username" || key0 === "credential")) {
            return validate66.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.urls !== void 0) {
            let data0 = data.urls;
            const _errs2 = errors, _errs3 = errors;
            let valid1 = !1;
            const _errs4 = errors;
            if (errors === _errs4)
              if (typeof data0 == "string") {
                if (func2(data0) < 1) {
                  const err0 = { instancePath: instancePath + "/urls", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                }
              } else {
                const err1 = { instancePath: instancePath + "/urls", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
              }
            var _valid0 = _errs4 === errors;
            if (valid1 = valid1 || _valid0, !valid1) {
              const _errs6 = errors;
              if (errors === errors)
                if (Array.isArray(data0))
                  if (data0.length < 1) {
                    const err2 = { instancePath: instancePath + "/urls", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                  } else {
                    var valid3 = !0;
                    const len0 = data0.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data1 = data0[i0];
                      const _errs9 = errors;
                      if (errors === _errs9)
                        if (typeof data1 == "string") {
                          if (func2(data1) < 1) {
                            const err3 = { instancePath: instancePath + "/urls/" + i0, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                          }
                        } else {
                          const err4 = { instancePath: instancePath + "/urls/" + i0, keyword: "type", params: { type: "string" }, message: "must be string" };
                          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                        }
                      var valid3 = _errs9 === errors;
                      if (!valid3)
                        break;
                    }
                  }
                else {
                  const err5 = { instancePath: instancePath + "/urls", keyword: "type", params: { type: "array" }, message: "must be array" };
                  vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                }
              var _valid0 = _errs6 === errors;
              valid1 = valid1 || _valid0;
            }
            if (valid1)
              errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
            else {
              const err6 = { instancePath: instancePath + "/urls", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
              return vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++, validate66.errors = vErrors, !1;
            }
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.username !== void 0) {
              const _errs11 = errors;
              if (typeof data.username != "string")
                return validate66.errors = [{ instancePath: instancePath + "/username", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs11 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.credential !== void 0) {
                const _errs13 = errors;
                if (typeof data.credential != "string")
                  return validate66.errors = [{ instancePath: instancePath + "/credential", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs13 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate66.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate66.errors = vErrors, errors === 0;
}
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.ice_servers === void 0 && (missing0 = "ice_servers") || data.expires_at === void 0 && (missing0 = "expires_at"))
        return validate65.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "ice_servers" || key0 === "expires_at")) {
            return validate65.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.ice_servers !== void 0) {
            let data0 = data.ice_servers;
            const _errs2 = errors;
            if (errors === _errs2)
              if (Array.isArray(data0)) {
                var valid1 = !0;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs4 = errors;
                  validate66(data0[i0], { instancePath: instancePath + "/ice_servers/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors), errors = vErrors.length);
                  var valid1 = _errs4 === errors;
                  if (!valid1)
                    break;
                }
              } else
                return validate65.errors = [{ instancePath: instancePath + "/ice_servers", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.expires_at !== void 0) {
              let data2 = data.expires_at;
              const _errs5 = errors, _errs6 = errors;
              if (errors === _errs6 && errors === _errs6)
                if (typeof data2 == "string") {
                  if (!formats0.test(data2))
                    return validate65.errors = [{ instancePath: instancePath + "/expires_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                } else
                  return validate65.errors = [{ instancePath: instancePath + "/expires_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate65.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate65.errors = vErrors, errors === 0;
}
const restOwnPresence = validate68;
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.status === void 0 && (missing0 = "status") || data.status_text === void 0 && (missing0 = "status_text") || data.updated_at === void 0 && (missing0 = "updated_at"))
        return validate68.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "status" || key0 === "status_text" || key0 === "updated_at")) {
            return validate68.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.status !== void 0) {
            let data0 = data.status;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate68.errors = [{ instancePath: instancePath + "/status", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (!(data0 === "available" || data0 === "dnd" || data0 === "away"))
              return validate68.errors = [{ instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: schema135.enum }, message: "must be equal to one of the allowed values" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.status_text !== void 0) {
              let data1 = data.status_text;
              const _errs5 = errors, _errs6 = errors;
              let valid2 = !1;
              const _errs7 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 140) {
                    const err0 = { instancePath: instancePath + "/status_text", keyword: "maxLength", params: { limit: 140 }, message: "must NOT have more than 140 characters" };
                    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                  }
                } else {
                  const err1 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "string" }, message: "must be string" };
                  vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                }
              var _valid0 = _errs7 === errors;
              if (valid2 = valid2 || _valid0, !valid2) {
                const _errs10 = errors;
                if (data1 !== null) {
                  const err2 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
                var _valid0 = _errs10 === errors;
                valid2 = valid2 || _valid0;
              }
              if (valid2)
                errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null);
              else {
                const err3 = { instancePath: instancePath + "/status_text", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate68.errors = vErrors, !1;
              }
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.updated_at !== void 0) {
                let data2 = data.updated_at;
                const _errs12 = errors, _errs13 = errors;
                if (errors === _errs13 && errors === _errs13)
                  if (typeof data2 == "string") {
                    if (!formats0.test(data2))
                      return validate68.errors = [{ instancePath: instancePath + "/updated_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                  } else
                    return validate68.errors = [{ instancePath: instancePath + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs12 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate68.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate68.errors = vErrors, errors === 0;
}
const restEmergencyAddress = validate69, schema162 = { type: "object", required: ["id", "street", "street2", "city", "state", "zip", "country", "validated_at"], properties: { id: { $ref: "#/definitions/EmergencyAddressId" }, street: { type: "string" }, street2: { type: ["string", "null"] }, city: { type: "string" }, state: { type: "string" }, zip: { type: "string" }, country: { type: "string" }, validated_at: { $ref: "#/definitions/Timestamp" } }, additionalProperties: !1 };
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.street === void 0 && (missing0 = "street") || data.street2 === void 0 && (missing0 = "street2") || data.city === void 0 && (missing0 = "city") || data.state === void 0 && (missing0 = "state") || data.zip === void 0 && (missing0 = "zip") || data.country === void 0 && (missing0 = "country") || data.validated_at === void 0 && (missing0 = "validated_at"))
        return validate69.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "id" || key0 === "street" || key0 === "street2" || key0 === "city" || key0 === "state" || key0 === "zip" || key0 === "country" || key0 === "validated_at")) {
            return validate69.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let data0 = data.id;
            const _errs2 = errors;
            if (errors === errors)
              if (typeof data0 == "string") {
                if (func2(data0) > 64)
                  return validate69.errors = [{ instancePath: instancePath + "/id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data0) < 1)
                  return validate69.errors = [{ instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate69.errors = [{ instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.street !== void 0) {
              const _errs5 = errors;
              if (typeof data.street != "string")
                return validate69.errors = [{ instancePath: instancePath + "/street", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.street2 !== void 0) {
                let data2 = data.street2;
                const _errs7 = errors;
                if (typeof data2 != "string" && data2 !== null)
                  return validate69.errors = [{ instancePath: instancePath + "/street2", keyword: "type", params: { type: schema162.properties.street2.type }, message: "must be string,null" }], !1;
                var valid0 = _errs7 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.city !== void 0) {
                  const _errs9 = errors;
                  if (typeof data.city != "string")
                    return validate69.errors = [{ instancePath: instancePath + "/city", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs9 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.state !== void 0) {
                    const _errs11 = errors;
                    if (typeof data.state != "string")
                      return validate69.errors = [{ instancePath: instancePath + "/state", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs11 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.zip !== void 0) {
                      const _errs13 = errors;
                      if (typeof data.zip != "string")
                        return validate69.errors = [{ instancePath: instancePath + "/zip", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs13 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.country !== void 0) {
                        const _errs15 = errors;
                        if (typeof data.country != "string")
                          return validate69.errors = [{ instancePath: instancePath + "/country", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs15 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0)
                        if (data.validated_at !== void 0) {
                          let data7 = data.validated_at;
                          const _errs17 = errors, _errs18 = errors;
                          if (errors === _errs18 && errors === _errs18)
                            if (typeof data7 == "string") {
                              if (!formats0.test(data7))
                                return validate69.errors = [{ instancePath: instancePath + "/validated_at", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                            } else
                              return validate69.errors = [{ instancePath: instancePath + "/validated_at", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid0 = _errs17 === errors;
                        } else
                          var valid0 = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate69.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate69.errors = vErrors, errors === 0;
}
const restDirectoryPage = validate70, schema165 = { type: "object", required: ["object", "url", "next_page_url", "previous_page_url", "data"], properties: { object: { type: "string", const: "list" }, url: { type: "string" }, next_page_url: { type: ["string", "null"] }, previous_page_url: { type: ["string", "null"] }, data: { type: "array", items: { $ref: "#/definitions/DirectoryEntry" } } }, additionalProperties: !1 };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.user === void 0 && (missing0 = "user") || data.display_name === void 0 && (missing0 = "display_name"))
        return validate71.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "user" || key0 === "display_name")) {
            return validate71.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.user !== void 0) {
            let data0 = data.user;
            const _errs2 = errors;
            if (errors === errors)
              if (typeof data0 == "string") {
                if (func2(data0) > 64)
                  return validate71.errors = [{ instancePath: instancePath + "/user", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data0) < 1)
                  return validate71.errors = [{ instancePath: instancePath + "/user", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate71.errors = [{ instancePath: instancePath + "/user", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.display_name !== void 0) {
              let data1 = data.display_name;
              const _errs5 = errors;
              if (errors === errors)
                if (typeof data1 == "string") {
                  if (func2(data1) > 256)
                    return validate71.errors = [{ instancePath: instancePath + "/display_name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
                } else
                  return validate71.errors = [{ instancePath: instancePath + "/display_name", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs5 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate71.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate71.errors = vErrors, errors === 0;
}
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.object === void 0 && (missing0 = "object") || data.url === void 0 && (missing0 = "url") || data.next_page_url === void 0 && (missing0 = "next_page_url") || data.previous_page_url === void 0 && (missing0 = "previous_page_url") || data.data === void 0 && (missing0 = "data"))
        return validate70.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        const _errs1 = errors;
        for (const key0 in data)
          if (!(key0 === "object" || key0 === "url" || key0 === "next_page_url" || key0 === "previous_page_url" || key0 === "data")) {
            return validate70.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.object !== void 0) {
            let data0 = data.object;
            const _errs2 = errors;
            if (typeof data0 != "string")
              return validate70.errors = [{ instancePath: instancePath + "/object", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (data0 !== "list")
              return validate70.errors = [{ instancePath: instancePath + "/object", keyword: "const", params: { allowedValue: "list" }, message: "must be equal to constant" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.url !== void 0) {
              const _errs4 = errors;
              if (typeof data.url != "string")
                return validate70.errors = [{ instancePath: instancePath + "/url", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.next_page_url !== void 0) {
                let data2 = data.next_page_url;
                const _errs6 = errors;
                if (typeof data2 != "string" && data2 !== null)
                  return validate70.errors = [{ instancePath: instancePath + "/next_page_url", keyword: "type", params: { type: schema165.properties.next_page_url.type }, message: "must be string,null" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.previous_page_url !== void 0) {
                  let data3 = data.previous_page_url;
                  const _errs8 = errors;
                  if (typeof data3 != "string" && data3 !== null)
                    return validate70.errors = [{ instancePath: instancePath + "/previous_page_url", keyword: "type", params: { type: schema165.properties.previous_page_url.type }, message: "must be string,null" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.data !== void 0) {
                    let data4 = data.data;
                    const _errs10 = errors;
                    if (errors === _errs10)
                      if (Array.isArray(data4)) {
                        var valid1 = !0;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs12 = errors;
                          validate71(data4[i0], { instancePath: instancePath + "/data/" + i0, parentData: data4, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length);
                          var valid1 = _errs12 === errors;
                          if (!valid1)
                            break;
                        }
                      } else
                        return validate70.errors = [{ instancePath: instancePath + "/data", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                    var valid0 = _errs10 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate70.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate70.errors = vErrors, errors === 0;
}

/** By the type of the message. */
export const clientMessages: { readonly [T in ClientMessageType]: Validator<ClientMessageMap[T]> } = {
  __proto__: null,
  authenticate: signallingAuthenticate,
  'auth.refresh': signallingAuthRefresh,
  ping: signallingPing,
  'call.create': signallingCallCreate,
  'call.answer': signallingCallAnswer,
  'call.reject': signallingCallReject,
  'call.hangup': signallingCallHangup,
  'call.hold': signallingCallHold,
  'call.resume': signallingCallResume,
  'call.mute': signallingCallMute,
  'call.unmute': signallingCallUnmute,
  'call.transfer': signallingCallTransfer,
  'call.transfer.attended': signallingCallTransferAttended,
  'sdp.offer': signallingSdpOffer,
  'sdp.answer': signallingSdpAnswer,
  'ice.candidate': signallingIceCandidate,
  'ice.done': signallingIceDone,
  'presence.subscribe': signallingPresenceSubscribe,
};

/** By the type of the message. */
export const serverMessages: { readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]> } = {
  __proto__: null,
  'sdp.offer': signallingSdpOffer,
  'sdp.answer': signallingSdpAnswer,
  'sdp.pranswer': signallingSdpPranswer,
  'ice.candidate': signallingIceCandidate,
  'ice.done': signallingIceDone,
  authenticated: signallingAuthenticated,
  'auth.refreshed': signallingAuthRefreshed,
  pong: signallingPong,
  'network.changed': signallingNetworkChanged,
  error: signallingErrorFrame,
  'call.trying': signallingCallTrying,
  'call.ringing': signallingCallRinging,
  'call.incoming': signallingCallIncoming,
  'call.answered': signallingCallAnswered,
  'call.held': signallingCallHeld,
  'call.resumed': signallingCallResumed,
  'call.ended': signallingCallEnded,
  'call.restored': signallingCallRestored,
  'presence.list': signallingPresenceList,
  'presence.update': signallingPresenceUpdate,
};

/** By operationId, for the operations that take a body. */
export const restRequests: {
  readonly createUser: Validator<components['schemas']['CreateUserRequest']>;
  readonly createUserSession: Validator<components['schemas']['CreateUserSessionRequest']>;
  readonly revokeUserSessions: Validator<components['schemas']['RevokeUserSessionsRequest']>;
  readonly setPresence: Validator<components['schemas']['SetPresenceRequest']>;
  readonly setEmergencyAddress: Validator<components['schemas']['EmergencyAddressRequest']>;
} = {
  __proto__: null,
  createUser: restCreateUserRequest,
  createUserSession: restCreateUserSessionRequest,
  revokeUserSessions: restRevokeUserSessionsRequest,
  setPresence: restSetPresenceRequest,
  setEmergencyAddress: restEmergencyAddressRequest,
};

/** By operationId and status, errors included. */
export const restResponses: {
  readonly createUser: {
    readonly 201: Validator<components['schemas']['User']>;
    readonly 400: Validator<components['schemas']['ErrorBody']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 404: Validator<components['schemas']['ErrorBody']>;
    readonly 409: Validator<components['schemas']['ErrorBody']>;
    readonly 413: Validator<components['schemas']['ErrorBody']>;
    readonly 422: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly createUserSession: {
    readonly 201: Validator<components['schemas']['UserSession']>;
    readonly 400: Validator<components['schemas']['ErrorBody']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 404: Validator<components['schemas']['ErrorBody']>;
    readonly 409: Validator<components['schemas']['ErrorBody']>;
    readonly 413: Validator<components['schemas']['ErrorBody']>;
    readonly 422: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly revokeUserSessions: {
    readonly 200: Validator<components['schemas']['SessionRevocation']>;
    readonly 400: Validator<components['schemas']['ErrorBody']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 404: Validator<components['schemas']['ErrorBody']>;
    readonly 409: Validator<components['schemas']['ErrorBody']>;
    readonly 413: Validator<components['schemas']['ErrorBody']>;
    readonly 422: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly getIceServers: {
    readonly 200: Validator<components['schemas']['IceServers']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly getPresence: {
    readonly 200: Validator<components['schemas']['OwnPresence']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly setPresence: {
    readonly 200: Validator<components['schemas']['OwnPresence']>;
    readonly 400: Validator<components['schemas']['ErrorBody']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 413: Validator<components['schemas']['ErrorBody']>;
    readonly 422: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly getEmergencyAddress: {
    readonly 200: Validator<components['schemas']['EmergencyAddress']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 404: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly setEmergencyAddress: {
    readonly 200: Validator<components['schemas']['EmergencyAddress']>;
    readonly 400: Validator<components['schemas']['ErrorBody']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 413: Validator<components['schemas']['ErrorBody']>;
    readonly 422: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
  readonly listDirectory: {
    readonly 200: Validator<components['schemas']['DirectoryPage']>;
    readonly 400: Validator<components['schemas']['ErrorBody']>;
    readonly 401: Validator<components['schemas']['ErrorBody']>;
    readonly 429: Validator<components['schemas']['ErrorBody']>;
    readonly 500: Validator<components['schemas']['ErrorBody']>;
  };
} = {
  __proto__: null,
  createUser: {
    __proto__: null,
    201: restUser,
    400: restErrorBody,
    401: restErrorBody,
    404: restErrorBody,
    409: restErrorBody,
    413: restErrorBody,
    422: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  createUserSession: {
    __proto__: null,
    201: restUserSession,
    400: restErrorBody,
    401: restErrorBody,
    404: restErrorBody,
    409: restErrorBody,
    413: restErrorBody,
    422: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  revokeUserSessions: {
    __proto__: null,
    200: restSessionRevocation,
    400: restErrorBody,
    401: restErrorBody,
    404: restErrorBody,
    409: restErrorBody,
    413: restErrorBody,
    422: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  getIceServers: {
    __proto__: null,
    200: restIceServers,
    401: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  getPresence: {
    __proto__: null,
    200: restOwnPresence,
    401: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  setPresence: {
    __proto__: null,
    200: restOwnPresence,
    400: restErrorBody,
    401: restErrorBody,
    413: restErrorBody,
    422: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  getEmergencyAddress: {
    __proto__: null,
    200: restEmergencyAddress,
    401: restErrorBody,
    404: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  setEmergencyAddress: {
    __proto__: null,
    200: restEmergencyAddress,
    400: restErrorBody,
    401: restErrorBody,
    413: restErrorBody,
    422: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
  listDirectory: {
    __proto__: null,
    200: restDirectoryPage,
    400: restErrorBody,
    401: restErrorBody,
    429: restErrorBody,
    500: restErrorBody,
  },
};
