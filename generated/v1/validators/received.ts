// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 218d524d770a297e).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

// @ts-nocheck
import type { ServerMessageMap, ServerMessageType } from '../messages.js';
import type { Validator } from './types.js';

const signallingSdpOffer = validate11, schema12 = { type: "object", required: ["type", "call_id", "sdp"], properties: { type: { const: "sdp.offer" }, call_id: { type: "string" }, sdp: { type: "string" } } };
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema12.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "sdp.offer") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.offer" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.sdp !== void 0 && typeof data.sdp != "string") {
      const err3 = { instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
  } else {
    const err4 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate11.errors = vErrors, errors === 0;
}
const signallingSdpAnswer = validate12, schema13 = { type: "object", required: ["type", "call_id", "sdp"], properties: { type: { const: "sdp.answer" }, call_id: { type: "string" }, sdp: { type: "string" } } };
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema13.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "sdp.answer") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.answer" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.sdp !== void 0 && typeof data.sdp != "string") {
      const err3 = { instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
  } else {
    const err4 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate12.errors = vErrors, errors === 0;
}
const signallingSdpPranswer = validate13, schema14 = { type: "object", required: ["type", "call_id", "sdp"], properties: { type: { const: "sdp.pranswer" }, call_id: { type: "string" }, sdp: { type: "string" } } };
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema14.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "sdp.pranswer") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.pranswer" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.sdp !== void 0 && typeof data.sdp != "string") {
      const err3 = { instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
  } else {
    const err4 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate13.errors = vErrors, errors === 0;
}
const signallingIceCandidate = validate14, schema15 = { type: "object", required: ["type", "call_id", "candidate", "sdp_mid", "sdp_m_line_index"], properties: { type: { const: "ice.candidate" }, call_id: { type: "string" }, candidate: { type: "string" }, sdp_mid: { type: ["string", "null"] }, sdp_m_line_index: { type: ["integer", "null"] } } };
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema15.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "ice.candidate") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.candidate" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.candidate !== void 0 && typeof data.candidate != "string") {
      const err3 = { instancePath: instancePath + "/candidate", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.sdp_mid !== void 0) {
      let data3 = data.sdp_mid;
      if (typeof data3 != "string" && data3 !== null) {
        const err4 = { instancePath: instancePath + "/sdp_mid", keyword: "type", params: { type: schema15.properties.sdp_mid.type } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.sdp_m_line_index !== void 0) {
      let data4 = data.sdp_m_line_index;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)) && data4 !== null) {
        const err5 = { instancePath: instancePath + "/sdp_m_line_index", keyword: "type", params: { type: schema15.properties.sdp_m_line_index.type } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate14.errors = vErrors, errors === 0;
}
const signallingIceDone = validate15, schema16 = { type: "object", required: ["type", "call_id"], properties: { type: { const: "ice.done" }, call_id: { type: "string" } } };
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema16.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "ice.done") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.done" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    const err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate15.errors = vErrors, errors === 0;
}
const signallingAuthenticated = validate16, schema17 = { type: "object", required: ["type", "user_id", "account_id"], properties: { type: { const: "authenticated" }, req_id: { type: ["string", "null"] }, user_id: { type: "string" }, account_id: { type: "string" }, reconnected: { type: ["boolean", "null"] } } };
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema17.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "authenticated") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "authenticated" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: schema17.properties.req_id.type } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.user_id !== void 0 && typeof data.user_id != "string") {
      const err3 = { instancePath: instancePath + "/user_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.account_id !== void 0 && typeof data.account_id != "string") {
      const err4 = { instancePath: instancePath + "/account_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.reconnected !== void 0) {
      let data4 = data.reconnected;
      if (typeof data4 != "boolean" && data4 !== null) {
        const err5 = { instancePath: instancePath + "/reconnected", keyword: "type", params: { type: schema17.properties.reconnected.type } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate16.errors = vErrors, errors === 0;
}
const signallingAuthRefreshed = validate17, schema18 = { type: "object", required: ["type"], properties: { type: { const: "auth.refreshed" }, req_id: { type: ["string", "null"] } } };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema18.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "auth.refreshed") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "auth.refreshed" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: schema18.properties.req_id.type } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
  } else {
    const err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate17.errors = vErrors, errors === 0;
}
const signallingPong = validate18, schema19 = { type: "object", required: ["type"], properties: { type: { const: "pong" }, req_id: { type: ["string", "null"] } } };
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema19.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "pong") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "pong" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: schema19.properties.req_id.type } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
  } else {
    const err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate18.errors = vErrors, errors === 0;
}
const signallingNetworkChanged = validate19, schema20 = { type: "object", required: ["type"], properties: { type: { const: "network.changed" } } };
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema20.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "network.changed") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "network.changed" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  } else {
    const err2 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate19.errors = vErrors, errors === 0;
}
const signallingErrorFrame = validate20, schema21 = { type: "object", required: ["type", "code", "message"], properties: { type: { const: "error" }, code: { type: "string" }, message: { type: "string" }, req_id: { type: ["string", "null"] }, call_id: { type: ["string", "null"] }, fatal: { type: ["boolean", "null"] }, retry_after_seconds: { type: ["number", "null"] }, context: { type: ["object", "null"], properties: { users: { type: ["array", "null"], items: { type: "string" } } } } } };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema21.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "error") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "error" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.code !== void 0 && typeof data.code != "string") {
      const err2 = { instancePath: instancePath + "/code", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.message !== void 0 && typeof data.message != "string") {
      const err3 = { instancePath: instancePath + "/message", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.req_id !== void 0) {
      let data3 = data.req_id;
      if (typeof data3 != "string" && data3 !== null) {
        const err4 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: schema21.properties.req_id.type } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.call_id !== void 0) {
      let data4 = data.call_id;
      if (typeof data4 != "string" && data4 !== null) {
        const err5 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: schema21.properties.call_id.type } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.fatal !== void 0) {
      let data5 = data.fatal;
      if (typeof data5 != "boolean" && data5 !== null) {
        const err6 = { instancePath: instancePath + "/fatal", keyword: "type", params: { type: schema21.properties.fatal.type } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.retry_after_seconds !== void 0) {
      let data6 = data.retry_after_seconds;
      if (!(typeof data6 == "number" && isFinite(data6)) && data6 !== null) {
        const err7 = { instancePath: instancePath + "/retry_after_seconds", keyword: "type", params: { type: schema21.properties.retry_after_seconds.type } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.context !== void 0) {
      let data7 = data.context;
      if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
        const err8 = { instancePath: instancePath + "/context", keyword: "type", params: { type: schema21.properties.context.type } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (data7 && typeof data7 == "object" && !Array.isArray(data7) && data7.users !== void 0) {
        let data8 = data7.users;
        if (!Array.isArray(data8) && data8 !== null) {
          const err9 = { instancePath: instancePath + "/context/users", keyword: "type", params: { type: schema21.properties.context.properties.users.type } };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (Array.isArray(data8)) {
          const len0 = data8.length;
          for (let i0 = 0; i0 < len0; i0++)
            if (typeof data8[i0] != "string") {
              const err10 = { instancePath: instancePath + "/context/users/" + i0, keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
        }
      }
    }
  } else {
    const err11 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
const signallingCallTrying = validate21, schema22 = { type: "object", required: ["type", "call_id"], properties: { type: { const: "call.trying" }, req_id: { type: ["string", "null"] }, call_id: { type: "string" } } };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema22.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.trying") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.trying" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: schema22.properties.req_id.type } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err3 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
  } else {
    const err4 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
const signallingCallRinging = validate22, schema23 = { type: "object", required: ["type", "call_id"], properties: { type: { const: "call.ringing" }, call_id: { type: "string" } } };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema23.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.ringing") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.ringing" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    const err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
const signallingCallIncoming = validate23, schema24 = { type: "object", required: ["type", "call_id", "from", "from_name", "to"], properties: { type: { const: "call.incoming" }, call_id: { type: "string" }, from: { type: "string" }, from_name: { type: ["string", "null"] }, to: { type: "string" } } };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema24.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.incoming") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.incoming" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.from !== void 0 && typeof data.from != "string") {
      const err3 = { instancePath: instancePath + "/from", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.from_name !== void 0) {
      let data3 = data.from_name;
      if (typeof data3 != "string" && data3 !== null) {
        const err4 = { instancePath: instancePath + "/from_name", keyword: "type", params: { type: schema24.properties.from_name.type } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.to !== void 0 && typeof data.to != "string") {
      const err5 = { instancePath: instancePath + "/to", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
  } else {
    const err6 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
const signallingCallAnswered = validate24, schema25 = { type: "object", required: ["type", "call_id"], properties: { type: { const: "call.answered" }, call_id: { type: "string" }, answered_at: { type: ["string", "null"] } } };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema25.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.answered") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.answered" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.answered_at !== void 0) {
      let data2 = data.answered_at;
      if (typeof data2 != "string" && data2 !== null) {
        const err3 = { instancePath: instancePath + "/answered_at", keyword: "type", params: { type: schema25.properties.answered_at.type } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    const err4 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
const signallingCallHeld = validate25, schema26 = { type: "object", required: ["type", "call_id", "held_by"], properties: { type: { const: "call.held" }, call_id: { type: "string" }, held_by: { enum: ["local", "remote"] } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema26.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.held") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.held" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.held_by !== void 0) {
      let data2 = data.held_by;
      if (!(data2 === "local" || data2 === "remote")) {
        const err3 = { instancePath: instancePath + "/held_by", keyword: "enum", params: { allowedValues: schema26.properties.held_by.enum } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    const err4 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
const signallingCallResumed = validate26, schema27 = { type: "object", required: ["type", "call_id"], properties: { type: { const: "call.resumed" }, call_id: { type: "string" } } };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema27.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.resumed") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.resumed" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    const err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
const signallingCallEnded = validate27, schema28 = { type: "object", required: ["type", "call_id", "reason", "duration_seconds"], properties: { type: { const: "call.ended" }, call_id: { type: "string" }, reason: { enum: ["hangup", "no-answer", "busy", "failed", "transferred", "rejected"] }, duration_seconds: { type: ["integer", "null"] }, answered_elsewhere: { type: ["boolean", "null"] } } };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema28.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.ended") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.ended" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (!(data2 === "hangup" || data2 === "no-answer" || data2 === "busy" || data2 === "failed" || data2 === "transferred" || data2 === "rejected")) {
        const err3 = { instancePath: instancePath + "/reason", keyword: "enum", params: { allowedValues: schema28.properties.reason.enum } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.duration_seconds !== void 0) {
      let data3 = data.duration_seconds;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)) && data3 !== null) {
        const err4 = { instancePath: instancePath + "/duration_seconds", keyword: "type", params: { type: schema28.properties.duration_seconds.type } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.answered_elsewhere !== void 0) {
      let data4 = data.answered_elsewhere;
      if (typeof data4 != "boolean" && data4 !== null) {
        const err5 = { instancePath: instancePath + "/answered_elsewhere", keyword: "type", params: { type: schema28.properties.answered_elsewhere.type } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
const signallingCallRestored = validate28, schema29 = { type: "object", required: ["type", "call_id", "state", "direction", "from", "from_name", "to", "answered_at"], properties: { type: { const: "call.restored" }, call_id: { type: "string" }, state: { enum: ["ringing", "active", "held"] }, direction: { enum: ["inbound", "outbound"] }, from: { type: "string" }, from_name: { type: ["string", "null"] }, to: { type: "string" }, answered_at: { type: ["string", "null"] }, held_by: { enum: ["local", "remote", null] }, muted: { type: ["boolean", "null"] }, duration_seconds: { type: ["integer", "null"] } } };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema29.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "call.restored") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.restored" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      const err2 = { instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.state !== void 0) {
      let data2 = data.state;
      if (!(data2 === "ringing" || data2 === "active" || data2 === "held")) {
        const err3 = { instancePath: instancePath + "/state", keyword: "enum", params: { allowedValues: schema29.properties.state.enum } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.direction !== void 0) {
      let data3 = data.direction;
      if (!(data3 === "inbound" || data3 === "outbound")) {
        const err4 = { instancePath: instancePath + "/direction", keyword: "enum", params: { allowedValues: schema29.properties.direction.enum } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.from !== void 0 && typeof data.from != "string") {
      const err5 = { instancePath: instancePath + "/from", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.from_name !== void 0) {
      let data5 = data.from_name;
      if (typeof data5 != "string" && data5 !== null) {
        const err6 = { instancePath: instancePath + "/from_name", keyword: "type", params: { type: schema29.properties.from_name.type } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.to !== void 0 && typeof data.to != "string") {
      const err7 = { instancePath: instancePath + "/to", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.answered_at !== void 0) {
      let data7 = data.answered_at;
      if (typeof data7 != "string" && data7 !== null) {
        const err8 = { instancePath: instancePath + "/answered_at", keyword: "type", params: { type: schema29.properties.answered_at.type } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.held_by !== void 0) {
      let data8 = data.held_by;
      if (!(data8 === "local" || data8 === "remote" || data8 === null)) {
        const err9 = { instancePath: instancePath + "/held_by", keyword: "enum", params: { allowedValues: schema29.properties.held_by.enum } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.muted !== void 0) {
      let data9 = data.muted;
      if (typeof data9 != "boolean" && data9 !== null) {
        const err10 = { instancePath: instancePath + "/muted", keyword: "type", params: { type: schema29.properties.muted.type } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.duration_seconds !== void 0) {
      let data10 = data.duration_seconds;
      if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10)) && data10 !== null) {
        const err11 = { instancePath: instancePath + "/duration_seconds", keyword: "type", params: { type: schema29.properties.duration_seconds.type } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
  } else {
    const err12 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
const signallingPresenceList = validate29, schema30 = { type: "object", required: ["type", "users"], properties: { type: { const: "presence.list" }, req_id: { type: ["string", "null"] }, users: { type: "array", items: { type: "object", required: ["user_id", "name", "status", "updated_at"], properties: { user_id: { type: "string" }, name: { type: "string" }, status: { enum: ["available", "on_call", "dnd", "away", "offline"] }, status_text: { type: ["string", "null"] }, do_not_disturb: { type: ["boolean", "null"] }, updated_at: { type: "string" } } } } } };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema30.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "presence.list") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.list" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        const err2 = { instancePath: instancePath + "/req_id", keyword: "type", params: { type: schema30.properties.req_id.type } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.users !== void 0) {
      let data2 = data.users;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            for (const prop1 of schema30.properties.users.items.required)
              if (data3[prop1] === void 0) {
                const err3 = { instancePath: instancePath + "/users/" + i0, keyword: "required", params: { missingProperty: prop1 } };
                vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
              }
            if (data3.user_id !== void 0 && typeof data3.user_id != "string") {
              const err4 = { instancePath: instancePath + "/users/" + i0 + "/user_id", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data3.name !== void 0 && typeof data3.name != "string") {
              const err5 = { instancePath: instancePath + "/users/" + i0 + "/name", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data3.status !== void 0) {
              let data6 = data3.status;
              if (!(data6 === "available" || data6 === "on_call" || data6 === "dnd" || data6 === "away" || data6 === "offline")) {
                const err6 = { instancePath: instancePath + "/users/" + i0 + "/status", keyword: "enum", params: { allowedValues: schema30.properties.users.items.properties.status.enum } };
                vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
              }
            }
            if (data3.status_text !== void 0) {
              let data7 = data3.status_text;
              if (typeof data7 != "string" && data7 !== null) {
                const err7 = { instancePath: instancePath + "/users/" + i0 + "/status_text", keyword: "type", params: { type: schema30.properties.users.items.properties.status_text.type } };
                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
              }
            }
            if (data3.do_not_disturb !== void 0) {
              let data8 = data3.do_not_disturb;
              if (typeof data8 != "boolean" && data8 !== null) {
                const err8 = { instancePath: instancePath + "/users/" + i0 + "/do_not_disturb", keyword: "type", params: { type: schema30.properties.users.items.properties.do_not_disturb.type } };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
              }
            }
            if (data3.updated_at !== void 0 && typeof data3.updated_at != "string") {
              const err9 = { instancePath: instancePath + "/users/" + i0 + "/updated_at", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/users/" + i0, keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/users", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
  } else {
    const err12 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
const signallingPresenceUpdate = validate30, schema31 = { type: "object", required: ["type", "user_id", "name", "status", "updated_at"], properties: { type: { const: "presence.update" }, user_id: { type: "string" }, name: { type: "string" }, status: { enum: ["available", "on_call", "dnd", "away", "offline"] }, status_text: { type: ["string", "null"] }, do_not_disturb: { type: ["boolean", "null"] }, updated_at: { type: "string" } } };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema31.required)
      if (data[prop0] === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: prop0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.type !== void 0 && data.type !== "presence.update") {
      const err1 = { instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.update" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.user_id !== void 0 && typeof data.user_id != "string") {
      const err2 = { instancePath: instancePath + "/user_id", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.name !== void 0 && typeof data.name != "string") {
      const err3 = { instancePath: instancePath + "/name", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.status !== void 0) {
      let data3 = data.status;
      if (!(data3 === "available" || data3 === "on_call" || data3 === "dnd" || data3 === "away" || data3 === "offline")) {
        const err4 = { instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: schema31.properties.status.enum } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.status_text !== void 0) {
      let data4 = data.status_text;
      if (typeof data4 != "string" && data4 !== null) {
        const err5 = { instancePath: instancePath + "/status_text", keyword: "type", params: { type: schema31.properties.status_text.type } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.do_not_disturb !== void 0) {
      let data5 = data.do_not_disturb;
      if (typeof data5 != "boolean" && data5 !== null) {
        const err6 = { instancePath: instancePath + "/do_not_disturb", keyword: "type", params: { type: schema31.properties.do_not_disturb.type } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.updated_at !== void 0 && typeof data.updated_at != "string") {
      const err7 = { instancePath: instancePath + "/updated_at", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
  } else {
    const err8 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate30.errors = vErrors, errors === 0;
}

/** Fields and their types, by the type of the message; bounds are not checked. */
export const serverMessageValidators: { readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]> } = {
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
