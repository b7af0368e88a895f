// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).
// From specs/v1/rest.openapi.yaml (sha256 6b92b727e0086960).
// From specs/v1/schemas.yaml (sha256 388456410d5bfc0d).

// @ts-nocheck
import type { ClientMessageMap, ClientMessageType } from '../messages.js';
import type { components } from '../rest.js';
import type { Validator } from './types.js';

export { restHeaders, restQueries } from './query.js';

const signallingAuthenticate = validate11;
const func2 = (text) => [...text].length;
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.token === void 0 && (missing0 = "token"))
        return validate11.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate11.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "authenticate")
          return validate11.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "authenticate" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate11.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate11.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate11.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.token !== void 0) {
            let data2 = data.token;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) > 8192)
                  return validate11.errors = [{ instancePath: instancePath + "/token", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }], !1;
                if (func2(data2) < 1)
                  return validate11.errors = [{ instancePath: instancePath + "/token", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate11.errors = [{ instancePath: instancePath + "/token", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.session_id !== void 0) {
              let data3 = data.session_id;
              const _errs9 = errors;
              if (errors === _errs9)
                if (typeof data3 == "string") {
                  if (func2(data3) > 128)
                    return validate11.errors = [{ instancePath: instancePath + "/session_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                  if (func2(data3) < 1)
                    return validate11.errors = [{ instancePath: instancePath + "/session_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate11.errors = [{ instancePath: instancePath + "/session_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs9 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.emergency_address_id !== void 0) {
                let data4 = data.emergency_address_id;
                const _errs11 = errors;
                if (errors === errors)
                  if (typeof data4 == "string") {
                    if (func2(data4) > 64)
                      return validate11.errors = [{ instancePath: instancePath + "/emergency_address_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data4) < 1)
                      return validate11.errors = [{ instancePath: instancePath + "/emergency_address_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate11.errors = [{ instancePath: instancePath + "/emergency_address_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs11 === errors;
              } else
                var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate12.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "auth.refresh")
          return validate12.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "auth.refresh" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate12.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate12.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate12.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.token !== void 0) {
            let data2 = data.token;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) > 8192)
                  return validate12.errors = [{ instancePath: instancePath + "/token", keyword: "maxLength", params: { limit: 8192 }, message: "must NOT have more than 8192 characters" }], !1;
                if (func2(data2) < 1)
                  return validate12.errors = [{ instancePath: instancePath + "/token", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate12.errors = [{ instancePath: instancePath + "/token", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate13.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "ping")
          return validate13.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ping" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate13.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate13.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate13.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate14.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.create")
          return validate14.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.create" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate14.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate14.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate14.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.destination !== void 0) {
            let data2 = data.destination;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) > 64)
                  return validate14.errors = [{ instancePath: instancePath + "/destination", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data2) < 1)
                  return validate14.errors = [{ instancePath: instancePath + "/destination", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate14.errors = [{ instancePath: instancePath + "/destination", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.sdp !== void 0) {
              let data3 = data.sdp;
              const _errs9 = errors;
              if (errors === errors)
                if (typeof data3 == "string") {
                  if (func2(data3) < 1)
                    return validate14.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate14.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs9 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.caller_id !== void 0) {
                let data4 = data.caller_id;
                const _errs12 = errors;
                if (errors === _errs12)
                  if (typeof data4 == "string") {
                    if (func2(data4) > 64)
                      return validate14.errors = [{ instancePath: instancePath + "/caller_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data4) < 1)
                      return validate14.errors = [{ instancePath: instancePath + "/caller_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate14.errors = [{ instancePath: instancePath + "/caller_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs12 === errors;
              } else
                var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate15.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.answer")
          return validate15.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.answer" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate15.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate15.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate15.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate16.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.reject")
          return validate16.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.reject" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate16.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate16.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate16.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.reason !== void 0) {
            let data2 = data.reason;
            const _errs6 = errors;
            if (typeof data2 != "string")
              return validate16.errors = [{ instancePath: instancePath + "/reason", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            if (!(data2 === "busy" || data2 === "decline"))
              return validate16.errors = [{ instancePath: instancePath + "/reason", keyword: "enum", params: { allowedValues: schema29.enum }, message: "must be equal to one of the allowed values" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate17.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.hangup")
          return validate17.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.hangup" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate17.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate17.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate17.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate18.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.hold")
          return validate18.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.hold" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate18.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate18.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate18.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate19.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.resume")
          return validate19.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.resume" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate19.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate19.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate19.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate20.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.mute")
          return validate20.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.mute" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate20.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate20.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate20.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate21.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.unmute")
          return validate21.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.unmute" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate21.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate21.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate21.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate22.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.transfer")
          return validate22.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.transfer" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate22.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate22.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate22.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.call_id !== void 0) {
            let data2 = data.call_id;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) > 64)
                  return validate22.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data2) < 1)
                  return validate22.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate22.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.destination !== void 0) {
              let data3 = data.destination;
              const _errs9 = errors;
              if (errors === errors)
                if (typeof data3 == "string") {
                  if (func2(data3) > 64)
                    return validate22.errors = [{ instancePath: instancePath + "/destination", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  if (func2(data3) < 1)
                    return validate22.errors = [{ instancePath: instancePath + "/destination", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate22.errors = [{ instancePath: instancePath + "/destination", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs9 === errors;
            } else
              var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate24.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.transfer.attended")
          return validate24.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.transfer.attended" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate24.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate24.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate24.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.call_id !== void 0) {
            let data2 = data.call_id;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) > 64)
                  return validate24.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data2) < 1)
                  return validate24.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate24.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.step !== void 0) {
              let data3 = data.step;
              const _errs9 = errors;
              if (typeof data3 != "string")
                return validate24.errors = [{ instancePath: instancePath + "/step", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              if (data3 !== "consult")
                return validate24.errors = [{ instancePath: instancePath + "/step", keyword: "const", params: { allowedValue: "consult" }, message: "must be equal to constant" }], !1;
              var valid0 = _errs9 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.destination !== void 0) {
                let data4 = data.destination;
                const _errs11 = errors;
                if (errors === errors)
                  if (typeof data4 == "string") {
                    if (func2(data4) > 64)
                      return validate24.errors = [{ instancePath: instancePath + "/destination", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                    if (func2(data4) < 1)
                      return validate24.errors = [{ instancePath: instancePath + "/destination", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate24.errors = [{ instancePath: instancePath + "/destination", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs11 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.sdp !== void 0) {
                  let data5 = data.sdp;
                  const _errs14 = errors;
                  if (errors === errors)
                    if (typeof data5 == "string") {
                      if (func2(data5) < 1)
                        return validate24.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate24.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs14 === errors;
                } else
                  var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate26.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "call.transfer.attended")
          return validate26.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.transfer.attended" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate26.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate26.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate26.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.call_id !== void 0) {
            let data2 = data.call_id;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) > 64)
                  return validate26.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (func2(data2) < 1)
                  return validate26.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate26.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.step !== void 0) {
              let data3 = data.step;
              const _errs9 = errors;
              if (typeof data3 != "string")
                return validate26.errors = [{ instancePath: instancePath + "/step", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              if (data3 !== "complete")
                return validate26.errors = [{ instancePath: instancePath + "/step", keyword: "const", params: { allowedValue: "complete" }, message: "must be equal to constant" }], !1;
              var valid0 = _errs9 === errors;
            } else
              var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate28.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "sdp.offer")
          return validate28.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.offer" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate28.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate28.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate28.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.sdp !== void 0) {
            let data2 = data.sdp;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) < 1)
                  return validate28.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate28.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate29.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "sdp.answer")
          return validate29.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.answer" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate29.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate29.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate29.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.sdp !== void 0) {
            let data2 = data.sdp;
            const _errs6 = errors;
            if (errors === errors)
              if (typeof data2 == "string") {
                if (func2(data2) < 1)
                  return validate29.errors = [{ instancePath: instancePath + "/sdp", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate29.errors = [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate29.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate29.errors = vErrors, errors === 0;
}
const signallingIceCandidate = validate30, schema59 = { type: "object", required: ["type", "call_id", "candidate", "sdp_mid", "sdp_m_line_index"], properties: { type: { type: "string", const: "ice.candidate" }, call_id: { $ref: "#/definitions/CallId" }, candidate: { type: "string", maxLength: 4096 }, sdp_mid: { type: ["string", "null"] }, sdp_m_line_index: { type: ["integer", "null"], minimum: 0, maximum: 65535 } } };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type") || data.call_id === void 0 && (missing0 = "call_id") || data.candidate === void 0 && (missing0 = "candidate") || data.sdp_mid === void 0 && (missing0 = "sdp_mid") || data.sdp_m_line_index === void 0 && (missing0 = "sdp_m_line_index"))
        return validate30.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate30.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "ice.candidate")
          return validate30.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.candidate" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate30.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate30.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate30.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.candidate !== void 0) {
            let data2 = data.candidate;
            const _errs6 = errors;
            if (errors === _errs6)
              if (typeof data2 == "string") {
                if (func2(data2) > 4096)
                  return validate30.errors = [{ instancePath: instancePath + "/candidate", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
              } else
                return validate30.errors = [{ instancePath: instancePath + "/candidate", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.sdp_mid !== void 0) {
              let data3 = data.sdp_mid;
              const _errs8 = errors;
              if (typeof data3 != "string" && data3 !== null)
                return validate30.errors = [{ instancePath: instancePath + "/sdp_mid", keyword: "type", params: { type: schema59.properties.sdp_mid.type }, message: "must be string,null" }], !1;
              var valid0 = _errs8 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.sdp_m_line_index !== void 0) {
                let data4 = data.sdp_m_line_index;
                const _errs10 = errors;
                if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)) && data4 !== null)
                  return validate30.errors = [{ instancePath: instancePath + "/sdp_m_line_index", keyword: "type", params: { type: schema59.properties.sdp_m_line_index.type }, message: "must be integer,null" }], !1;
                if (errors === _errs10 && typeof data4 == "number" && isFinite(data4)) {
                  if (data4 > 65535 || isNaN(data4))
                    return validate30.errors = [{ instancePath: instancePath + "/sdp_m_line_index", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" }], !1;
                  if (data4 < 0 || isNaN(data4))
                    return validate30.errors = [{ instancePath: instancePath + "/sdp_m_line_index", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                }
                var valid0 = _errs10 === errors;
              } else
                var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate31.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "ice.done")
          return validate31.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.done" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.call_id !== void 0) {
          let data1 = data.call_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 64)
                return validate31.errors = [{ instancePath: instancePath + "/call_id", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (func2(data1) < 1)
                return validate31.errors = [{ instancePath: instancePath + "/call_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate31.errors = [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
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
      if (data.type !== void 0) {
        let data0 = data.type;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate32.errors = [{ instancePath: instancePath + "/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (data0 !== "presence.subscribe")
          return validate32.errors = [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.subscribe" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.req_id !== void 0) {
          let data1 = data.req_id;
          const _errs3 = errors;
          if (errors === errors)
            if (typeof data1 == "string") {
              if (func2(data1) > 128)
                return validate32.errors = [{ instancePath: instancePath + "/req_id", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (func2(data1) < 1)
                return validate32.errors = [{ instancePath: instancePath + "/req_id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate32.errors = [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.users !== void 0) {
            let data2 = data.users;
            const _errs6 = errors;
            if (errors === _errs6)
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
                    const _errs8 = errors;
                    if (errors === errors)
                      if (typeof data3 == "string") {
                        if (func2(data3) > 64)
                          return validate32.errors = [{ instancePath: instancePath + "/users/" + i0, keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                        if (func2(data3) < 1)
                          return validate32.errors = [{ instancePath: instancePath + "/users/" + i0, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                      } else
                        return validate32.errors = [{ instancePath: instancePath + "/users/" + i0, keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid2 = _errs8 === errors;
                    if (!valid2)
                      break;
                  }
                }
              } else
                return validate32.errors = [{ instancePath: instancePath + "/users", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate32.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate32.errors = vErrors, errors === 0;
}
const restCreateUserRequest = validate34;
const pattern0 = new RegExp("^[0-9]{2,8}$", "u");
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.name !== void 0) {
        let data0 = data.name;
        const _errs1 = errors;
        if (errors === errors)
          if (typeof data0 == "string") {
            if (func2(data0) > 256)
              return validate34.errors = [{ instancePath: instancePath + "/name", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
          } else
            return validate34.errors = [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.email !== void 0) {
          let data1 = data.email;
          const _errs4 = errors;
          if (errors === _errs4)
            if (typeof data1 == "string") {
              if (func2(data1) > 254)
                return validate34.errors = [{ instancePath: instancePath + "/email", keyword: "maxLength", params: { limit: 254 }, message: "must NOT have more than 254 characters" }], !1;
            } else
              return validate34.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs4 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.extension !== void 0) {
            let data2 = data.extension;
            const _errs6 = errors;
            if (errors === _errs6)
              if (typeof data2 == "string") {
                if (!pattern0.test(data2))
                  return validate34.errors = [{ instancePath: instancePath + "/extension", keyword: "pattern", params: { pattern: "^[0-9]{2,8}$" }, message: 'must match pattern "^[0-9]{2,8}$"' }], !1;
              } else
                return validate34.errors = [{ instancePath: instancePath + "/extension", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs6 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate34.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate34.errors = vErrors, errors === 0;
}
const restCreateUserSessionRequest = validate35;
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.user === void 0 && (missing0 = "user"))
        return validate35.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.user !== void 0) {
        let data0 = data.user;
        const _errs1 = errors;
        if (errors === errors)
          if (typeof data0 == "string") {
            if (func2(data0) > 64)
              return validate35.errors = [{ instancePath: instancePath + "/user", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
            if (func2(data0) < 1)
              return validate35.errors = [{ instancePath: instancePath + "/user", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
          } else
            return validate35.errors = [{ instancePath: instancePath + "/user", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.ttl_seconds !== void 0) {
          let data1 = data.ttl_seconds;
          const _errs4 = errors;
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
            return validate35.errors = [{ instancePath: instancePath + "/ttl_seconds", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
          if (errors === _errs4 && typeof data1 == "number" && isFinite(data1)) {
            if (data1 > 604800 || isNaN(data1))
              return validate35.errors = [{ instancePath: instancePath + "/ttl_seconds", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, message: "must be <= 604800" }], !1;
            if (data1 < 1 || isNaN(data1))
              return validate35.errors = [{ instancePath: instancePath + "/ttl_seconds", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
          }
          var valid0 = _errs4 === errors;
        } else
          var valid0 = !0;
    } else
      return validate35.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate35.errors = vErrors, errors === 0;
}
const restRevokeUserSessionsRequest = validate36;
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  return data && typeof data == "object" && !Array.isArray(data) ? (validate36.errors = vErrors, errors === 0) : (validate36.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1);
}
const restSetPresenceRequest = validate37;
const schema73 = { type: "string", enum: ["available", "dnd", "away"] };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.status === void 0 && (missing0 = "status"))
        return validate37.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.status !== void 0) {
        let data0 = data.status;
        const _errs1 = errors;
        if (typeof data0 != "string")
          return validate37.errors = [{ instancePath: instancePath + "/status", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        if (!(data0 === "available" || data0 === "dnd" || data0 === "away"))
          return validate37.errors = [{ instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: schema73.enum }, message: "must be equal to one of the allowed values" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.status_text !== void 0) {
          let data1 = data.status_text;
          const _errs4 = errors, _errs5 = errors;
          let valid2 = !1;
          const _errs6 = errors;
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
          var _valid0 = _errs6 === errors;
          if (valid2 = valid2 || _valid0, !valid2) {
            const _errs9 = errors;
            if (data1 !== null) {
              const err2 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: "null" }, message: "must be null" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
            var _valid0 = _errs9 === errors;
            valid2 = valid2 || _valid0;
          }
          if (valid2)
            errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
          else {
            const err3 = { instancePath: instancePath + "/status_text", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate37.errors = vErrors, !1;
          }
          var valid0 = _errs4 === errors;
        } else
          var valid0 = !0;
    } else
      return validate37.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate37.errors = vErrors, errors === 0;
}
const restEmergencyAddressRequest = validate38, schema75 = { type: "object", required: ["street", "city", "state", "zip", "country"], properties: { street: { type: "string", minLength: 1, maxLength: 256 }, street2: { type: ["string", "null"], maxLength: 256 }, city: { type: "string", minLength: 1, maxLength: 128 }, state: { type: "string", pattern: "^[A-Z]{2}$" }, zip: { type: "string", minLength: 1, maxLength: 16 }, country: { type: "string", pattern: "^[A-Z]{2}$" } } }, pattern1 = new RegExp("^[A-Z]{2}$", "u");
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.street === void 0 && (missing0 = "street") || data.city === void 0 && (missing0 = "city") || data.state === void 0 && (missing0 = "state") || data.zip === void 0 && (missing0 = "zip") || data.country === void 0 && (missing0 = "country"))
        return validate38.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.street !== void 0) {
        let data0 = data.street;
        const _errs1 = errors;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (func2(data0) > 256)
              return validate38.errors = [{ instancePath: instancePath + "/street", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
            if (func2(data0) < 1)
              return validate38.errors = [{ instancePath: instancePath + "/street", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
          } else
            return validate38.errors = [{ instancePath: instancePath + "/street", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.street2 !== void 0) {
          let data1 = data.street2;
          const _errs3 = errors;
          if (typeof data1 != "string" && data1 !== null)
            return validate38.errors = [{ instancePath: instancePath + "/street2", keyword: "type", params: { type: schema75.properties.street2.type }, message: "must be string,null" }], !1;
          if (errors === _errs3 && typeof data1 == "string" && func2(data1) > 256)
            return validate38.errors = [{ instancePath: instancePath + "/street2", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.city !== void 0) {
            let data2 = data.city;
            const _errs5 = errors;
            if (errors === _errs5)
              if (typeof data2 == "string") {
                if (func2(data2) > 128)
                  return validate38.errors = [{ instancePath: instancePath + "/city", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                if (func2(data2) < 1)
                  return validate38.errors = [{ instancePath: instancePath + "/city", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate38.errors = [{ instancePath: instancePath + "/city", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.state !== void 0) {
              let data3 = data.state;
              const _errs7 = errors;
              if (errors === _errs7)
                if (typeof data3 == "string") {
                  if (!pattern1.test(data3))
                    return validate38.errors = [{ instancePath: instancePath + "/state", keyword: "pattern", params: { pattern: "^[A-Z]{2}$" }, message: 'must match pattern "^[A-Z]{2}$"' }], !1;
                } else
                  return validate38.errors = [{ instancePath: instancePath + "/state", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs7 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.zip !== void 0) {
                let data4 = data.zip;
                const _errs9 = errors;
                if (errors === _errs9)
                  if (typeof data4 == "string") {
                    if (func2(data4) > 16)
                      return validate38.errors = [{ instancePath: instancePath + "/zip", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" }], !1;
                    if (func2(data4) < 1)
                      return validate38.errors = [{ instancePath: instancePath + "/zip", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate38.errors = [{ instancePath: instancePath + "/zip", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs9 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.country !== void 0) {
                  let data5 = data.country;
                  const _errs11 = errors;
                  if (errors === _errs11)
                    if (typeof data5 == "string") {
                      if (!pattern1.test(data5))
                        return validate38.errors = [{ instancePath: instancePath + "/country", keyword: "pattern", params: { pattern: "^[A-Z]{2}$" }, message: 'must match pattern "^[A-Z]{2}$"' }], !1;
                    } else
                      return validate38.errors = [{ instancePath: instancePath + "/country", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs11 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate38.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate38.errors = vErrors, errors === 0;
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
