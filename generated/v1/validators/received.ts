// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 218d524d770a297e).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

// @ts-nocheck
import type { ServerMessageMap, ServerMessageType } from '../messages.js';
import type { Validator } from './types.js';

const signallingSdpOffer = validate11;
function validate11(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","sdp"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "sdp.offer") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.offer" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.sdp !== void 0 && typeof data.sdp != "string") {
      vErrors ??= [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate11.errors = vErrors);
}
const signallingSdpAnswer = validate12;
function validate12(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","sdp"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "sdp.answer") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.answer" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.sdp !== void 0 && typeof data.sdp != "string") {
      vErrors ??= [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate12.errors = vErrors);
}
const signallingSdpPranswer = validate13;
function validate13(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","sdp"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "sdp.pranswer") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "sdp.pranswer" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.sdp !== void 0 && typeof data.sdp != "string") {
      vErrors ??= [{ instancePath: instancePath + "/sdp", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate13.errors = vErrors);
}
const signallingIceCandidate = validate14;
function validate14(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","candidate","sdp_mid","sdp_m_line_index"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "ice.candidate") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.candidate" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.candidate !== void 0 && typeof data.candidate != "string") {
      vErrors ??= [{ instancePath: instancePath + "/candidate", keyword: "type", params: { type: "string" } }];
    }
    if (data.sdp_mid !== void 0) {
      let data3 = data.sdp_mid;
      if (typeof data3 != "string" && data3 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/sdp_mid", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.sdp_m_line_index !== void 0) {
      let data4 = data.sdp_m_line_index;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)) && data4 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/sdp_m_line_index", keyword: "type", params: { type: ["integer","null"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate14.errors = vErrors);
}
const signallingIceDone = validate15;
function validate15(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "ice.done") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "ice.done" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate15.errors = vErrors);
}
const signallingAuthenticated = validate16;
function validate16(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","user_id","account_id"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "authenticated") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "authenticated" } }];
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.user_id !== void 0 && typeof data.user_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/user_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.account_id !== void 0 && typeof data.account_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/account_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.reconnected !== void 0) {
      let data4 = data.reconnected;
      if (typeof data4 != "boolean" && data4 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/reconnected", keyword: "type", params: { type: ["boolean","null"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate16.errors = vErrors);
}
const signallingAuthRefreshed = validate17;
function validate17(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "auth.refreshed") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "auth.refreshed" } }];
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate17.errors = vErrors);
}
const signallingPong = validate18;
function validate18(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "pong") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "pong" } }];
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate18.errors = vErrors);
}
const signallingNetworkChanged = validate19;
function validate19(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "network.changed") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "network.changed" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate19.errors = vErrors);
}
const signallingErrorFrame = validate20;
function validate20(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","code","message"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "error") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "error" } }];
    }
    if (data.code !== void 0 && typeof data.code != "string") {
      vErrors ??= [{ instancePath: instancePath + "/code", keyword: "type", params: { type: "string" } }];
    }
    if (data.message !== void 0 && typeof data.message != "string") {
      vErrors ??= [{ instancePath: instancePath + "/message", keyword: "type", params: { type: "string" } }];
    }
    if (data.req_id !== void 0) {
      let data3 = data.req_id;
      if (typeof data3 != "string" && data3 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.call_id !== void 0) {
      let data4 = data.call_id;
      if (typeof data4 != "string" && data4 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.fatal !== void 0) {
      let data5 = data.fatal;
      if (typeof data5 != "boolean" && data5 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/fatal", keyword: "type", params: { type: ["boolean","null"] } }];
      }
    }
    if (data.retry_after_seconds !== void 0) {
      let data6 = data.retry_after_seconds;
      if (!(typeof data6 == "number" && isFinite(data6)) && data6 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/retry_after_seconds", keyword: "type", params: { type: ["number","null"] } }];
      }
    }
    if (data.context !== void 0) {
      let data7 = data.context;
      if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/context", keyword: "type", params: { type: ["object","null"] } }];
      }
      if (data7 && typeof data7 == "object" && !Array.isArray(data7) && data7.users !== void 0) {
        let data8 = data7.users;
        if (!Array.isArray(data8) && data8 !== null) {
          vErrors ??= [{ instancePath: instancePath + "/context/users", keyword: "type", params: { type: ["array","null"] } }];
        }
        if (Array.isArray(data8)) {
          const len0 = data8.length;
          for (let i0 = 0; i0 < len0; i0++)
            if (typeof data8[i0] != "string") {
              vErrors ??= [{ instancePath: instancePath + "/context/users/" + i0, keyword: "type", params: { type: "string" } }];
            }
        }
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate20.errors = vErrors);
}
const signallingCallTrying = validate21;
function validate21(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.trying") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.trying" } }];
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate21.errors = vErrors);
}
const signallingCallRinging = validate22;
function validate22(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.ringing") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.ringing" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate22.errors = vErrors);
}
const signallingCallIncoming = validate23;
function validate23(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","from","from_name","to"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.incoming") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.incoming" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.from !== void 0 && typeof data.from != "string") {
      vErrors ??= [{ instancePath: instancePath + "/from", keyword: "type", params: { type: "string" } }];
    }
    if (data.from_name !== void 0) {
      let data3 = data.from_name;
      if (typeof data3 != "string" && data3 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/from_name", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.to !== void 0 && typeof data.to != "string") {
      vErrors ??= [{ instancePath: instancePath + "/to", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate23.errors = vErrors);
}
const signallingCallAnswered = validate24;
function validate24(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.answered") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.answered" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.answered_at !== void 0) {
      let data2 = data.answered_at;
      if (typeof data2 != "string" && data2 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/answered_at", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate24.errors = vErrors);
}
const signallingCallHeld = validate25;
function validate25(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","held_by"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.held") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.held" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.held_by !== void 0) {
      let data2 = data.held_by;
      if (!(data2 === "local" || data2 === "remote")) {
        vErrors ??= [{ instancePath: instancePath + "/held_by", keyword: "enum", params: { allowedValues: ["local","remote"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate25.errors = vErrors);
}
const signallingCallResumed = validate26;
function validate26(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.resumed") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.resumed" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate26.errors = vErrors);
}
const signallingCallEnded = validate27;
function validate27(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","reason","duration_seconds"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.ended") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.ended" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (!(data2 === "hangup" || data2 === "no-answer" || data2 === "busy" || data2 === "failed" || data2 === "transferred" || data2 === "rejected")) {
        vErrors ??= [{ instancePath: instancePath + "/reason", keyword: "enum", params: { allowedValues: ["hangup","no-answer","busy","failed","transferred","rejected"] } }];
      }
    }
    if (data.duration_seconds !== void 0) {
      let data3 = data.duration_seconds;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)) && data3 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/duration_seconds", keyword: "type", params: { type: ["integer","null"] } }];
      }
    }
    if (data.answered_elsewhere !== void 0) {
      let data4 = data.answered_elsewhere;
      if (typeof data4 != "boolean" && data4 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/answered_elsewhere", keyword: "type", params: { type: ["boolean","null"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate27.errors = vErrors);
}
const signallingCallRestored = validate28;
function validate28(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","call_id","state","direction","from","from_name","to","answered_at"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "call.restored") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "call.restored" } }];
    }
    if (data.call_id !== void 0 && typeof data.call_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/call_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.state !== void 0) {
      let data2 = data.state;
      if (!(data2 === "ringing" || data2 === "active" || data2 === "held")) {
        vErrors ??= [{ instancePath: instancePath + "/state", keyword: "enum", params: { allowedValues: ["ringing","active","held"] } }];
      }
    }
    if (data.direction !== void 0) {
      let data3 = data.direction;
      if (!(data3 === "inbound" || data3 === "outbound")) {
        vErrors ??= [{ instancePath: instancePath + "/direction", keyword: "enum", params: { allowedValues: ["inbound","outbound"] } }];
      }
    }
    if (data.from !== void 0 && typeof data.from != "string") {
      vErrors ??= [{ instancePath: instancePath + "/from", keyword: "type", params: { type: "string" } }];
    }
    if (data.from_name !== void 0) {
      let data5 = data.from_name;
      if (typeof data5 != "string" && data5 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/from_name", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.to !== void 0 && typeof data.to != "string") {
      vErrors ??= [{ instancePath: instancePath + "/to", keyword: "type", params: { type: "string" } }];
    }
    if (data.answered_at !== void 0) {
      let data7 = data.answered_at;
      if (typeof data7 != "string" && data7 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/answered_at", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.held_by !== void 0) {
      let data8 = data.held_by;
      if (!(data8 === "local" || data8 === "remote" || data8 === null)) {
        vErrors ??= [{ instancePath: instancePath + "/held_by", keyword: "enum", params: { allowedValues: ["local","remote",null] } }];
      }
    }
    if (data.muted !== void 0) {
      let data9 = data.muted;
      if (typeof data9 != "boolean" && data9 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/muted", keyword: "type", params: { type: ["boolean","null"] } }];
      }
    }
    if (data.duration_seconds !== void 0) {
      let data10 = data.duration_seconds;
      if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10)) && data10 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/duration_seconds", keyword: "type", params: { type: ["integer","null"] } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate28.errors = vErrors);
}
const signallingPresenceList = validate29;
function validate29(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","users"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "presence.list") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.list" } }];
    }
    if (data.req_id !== void 0) {
      let data1 = data.req_id;
      if (typeof data1 != "string" && data1 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/req_id", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.users !== void 0) {
      let data2 = data.users;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            for (const prop1 of ["user_id","name","status","updated_at"])
              if (data3[prop1] === void 0) {
                vErrors ??= [{ instancePath: instancePath + "/users/" + i0, keyword: "required", params: { missingProperty: prop1 } }];
              }
            if (data3.user_id !== void 0 && typeof data3.user_id != "string") {
              vErrors ??= [{ instancePath: instancePath + "/users/" + i0 + "/user_id", keyword: "type", params: { type: "string" } }];
            }
            if (data3.name !== void 0 && typeof data3.name != "string") {
              vErrors ??= [{ instancePath: instancePath + "/users/" + i0 + "/name", keyword: "type", params: { type: "string" } }];
            }
            if (data3.status !== void 0) {
              let data6 = data3.status;
              if (!(data6 === "available" || data6 === "on_call" || data6 === "dnd" || data6 === "away" || data6 === "offline")) {
                vErrors ??= [{ instancePath: instancePath + "/users/" + i0 + "/status", keyword: "enum", params: { allowedValues: ["available","on_call","dnd","away","offline"] } }];
              }
            }
            if (data3.status_text !== void 0) {
              let data7 = data3.status_text;
              if (typeof data7 != "string" && data7 !== null) {
                vErrors ??= [{ instancePath: instancePath + "/users/" + i0 + "/status_text", keyword: "type", params: { type: ["string","null"] } }];
              }
            }
            if (data3.do_not_disturb !== void 0) {
              let data8 = data3.do_not_disturb;
              if (typeof data8 != "boolean" && data8 !== null) {
                vErrors ??= [{ instancePath: instancePath + "/users/" + i0 + "/do_not_disturb", keyword: "type", params: { type: ["boolean","null"] } }];
              }
            }
            if (data3.updated_at !== void 0 && typeof data3.updated_at != "string") {
              vErrors ??= [{ instancePath: instancePath + "/users/" + i0 + "/updated_at", keyword: "type", params: { type: "string" } }];
            }
          } else {
            vErrors ??= [{ instancePath: instancePath + "/users/" + i0, keyword: "type", params: { type: "object" } }];
          }
        }
      } else {
        vErrors ??= [{ instancePath: instancePath + "/users", keyword: "type", params: { type: "array" } }];
      }
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate29.errors = vErrors);
}
const signallingPresenceUpdate = validate30;
function validate30(data, instancePath = "") {
  let vErrors = null;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of ["type","user_id","name","status","updated_at"])
      if (data[prop0] === void 0) {
        vErrors ??= [{ instancePath, keyword: "required", params: { missingProperty: prop0 } }];
      }
    if (data.type !== void 0 && data.type !== "presence.update") {
      vErrors ??= [{ instancePath: instancePath + "/type", keyword: "const", params: { allowedValue: "presence.update" } }];
    }
    if (data.user_id !== void 0 && typeof data.user_id != "string") {
      vErrors ??= [{ instancePath: instancePath + "/user_id", keyword: "type", params: { type: "string" } }];
    }
    if (data.name !== void 0 && typeof data.name != "string") {
      vErrors ??= [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" } }];
    }
    if (data.status !== void 0) {
      let data3 = data.status;
      if (!(data3 === "available" || data3 === "on_call" || data3 === "dnd" || data3 === "away" || data3 === "offline")) {
        vErrors ??= [{ instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: ["available","on_call","dnd","away","offline"] } }];
      }
    }
    if (data.status_text !== void 0) {
      let data4 = data.status_text;
      if (typeof data4 != "string" && data4 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/status_text", keyword: "type", params: { type: ["string","null"] } }];
      }
    }
    if (data.do_not_disturb !== void 0) {
      let data5 = data.do_not_disturb;
      if (typeof data5 != "boolean" && data5 !== null) {
        vErrors ??= [{ instancePath: instancePath + "/do_not_disturb", keyword: "type", params: { type: ["boolean","null"] } }];
      }
    }
    if (data.updated_at !== void 0 && typeof data.updated_at != "string") {
      vErrors ??= [{ instancePath: instancePath + "/updated_at", keyword: "type", params: { type: "string" } }];
    }
  } else {
    vErrors ??= [{ instancePath, keyword: "type", params: { type: "object" } }];
  }
  return !(validate30.errors = vErrors);
}

/** Fields and their types, by the type of the message; bounds are not checked. The first error is kept. */
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
