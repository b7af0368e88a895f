// Generated, do not edit. Made by `make generate`.
// From specs/v1/rest.openapi.yaml (sha256 6b92b727e0086960).
// From specs/v1/schemas.yaml (sha256 388456410d5bfc0d).

// @ts-nocheck
import type { operations } from '../rest.js';
import type { Validator } from './types.js';

const querylistDirectory = validate11;
const func2 = (text) => [...text].length;
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      data.limit === void 0 && (data.limit = 10);
      let data0 = data.limit;
      const _errs1 = errors;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
        let dataType0 = typeof data0, coerced0;
        if (coerced0 === void 0)
          if (dataType0 === "boolean" || data0 === null || dataType0 === "string" && data0 && data0 == +data0 && !(data0 % 1))
            coerced0 = +data0;
          else
            return validate11.errors = [{ instancePath: instancePath + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
        coerced0 !== void 0 && (data0 = coerced0, data !== void 0 && (data.limit = coerced0));
      }
      if (errors === _errs1 && typeof data0 == "number") {
        if (data0 > 100 || isNaN(data0))
          return validate11.errors = [{ instancePath: instancePath + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }], !1;
        if (data0 < 1 || isNaN(data0))
          return validate11.errors = [{ instancePath: instancePath + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
      }
      var valid0 = _errs1 === errors;
      if (valid0)
        if (data.page !== void 0) {
          let data1 = data.page;
          const _errs3 = errors;
          if (typeof data1 != "string") {
            let dataType1 = typeof data1, coerced1;
            if (coerced1 === void 0)
              if (dataType1 == "number" || dataType1 == "boolean")
                coerced1 = "" + data1;
              else if (data1 === null)
                coerced1 = "";
              else
                return validate11.errors = [{ instancePath: instancePath + "/page", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            coerced1 !== void 0 && (data1 = coerced1, data !== void 0 && (data.page = coerced1));
          }
          if (errors === _errs3 && typeof data1 == "string") {
            if (func2(data1) > 256)
              return validate11.errors = [{ instancePath: instancePath + "/page", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }], !1;
            if (func2(data1) < 1)
              return validate11.errors = [{ instancePath: instancePath + "/page", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
          }
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
    } else
      return validate11.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate11.errors = vErrors, errors === 0;
}
const headercreateUser = validate13;
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data["dialstack-account"] === void 0 && (missing0 = "dialstack-account"))
        return validate13.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data["dialstack-account"] !== void 0) {
        let data0 = data["dialstack-account"];
        const _errs1 = errors, _errs2 = errors;
        if (typeof data0 != "string") {
          let dataType0 = typeof data0, coerced0;
          if (coerced0 === void 0)
            if (dataType0 == "number" || dataType0 == "boolean")
              coerced0 = "" + data0;
            else if (data0 === null)
              coerced0 = "";
            else
              return validate13.errors = [{ instancePath: instancePath + "/dialstack-account", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          coerced0 !== void 0 && (data0 = coerced0, data !== void 0 && (data["dialstack-account"] = coerced0));
        }
        if (errors === _errs2 && typeof data0 == "string") {
          if (func2(data0) > 64)
            return validate13.errors = [{ instancePath: instancePath + "/dialstack-account", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
          if (func2(data0) < 1)
            return validate13.errors = [{ instancePath: instancePath + "/dialstack-account", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
        }
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data["idempotency-key"] !== void 0) {
          let data1 = data["idempotency-key"];
          const _errs4 = errors;
          if (typeof data1 != "string") {
            let dataType1 = typeof data1, coerced1;
            if (coerced1 === void 0)
              if (dataType1 == "number" || dataType1 == "boolean")
                coerced1 = "" + data1;
              else if (data1 === null)
                coerced1 = "";
              else
                return validate13.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            coerced1 !== void 0 && (data1 = coerced1, data !== void 0 && (data["idempotency-key"] = coerced1));
          }
          if (errors === _errs4 && typeof data1 == "string") {
            if (func2(data1) > 255)
              return validate13.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" }], !1;
            if (func2(data1) < 1)
              return validate13.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
          }
          var valid0 = _errs4 === errors;
        } else
          var valid0 = !0;
    } else
      return validate13.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate13.errors = vErrors, errors === 0;
}
const headercreateUserSession = validate14;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data["idempotency-key"] !== void 0) {
        let data0 = data["idempotency-key"];
        const _errs1 = errors;
        if (typeof data0 != "string") {
          let dataType0 = typeof data0, coerced0;
          if (coerced0 === void 0)
            if (dataType0 == "number" || dataType0 == "boolean")
              coerced0 = "" + data0;
            else if (data0 === null)
              coerced0 = "";
            else
              return validate14.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          coerced0 !== void 0 && (data0 = coerced0, data !== void 0 && (data["idempotency-key"] = coerced0));
        }
        if (errors === _errs1 && typeof data0 == "string") {
          if (func2(data0) > 255)
            return validate14.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" }], !1;
          if (func2(data0) < 1)
            return validate14.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
        }
      }
    } else
      return validate14.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate14.errors = vErrors, errors === 0;
}
const headerrevokeUserSessions = validate15;
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data["idempotency-key"] !== void 0) {
        let data0 = data["idempotency-key"];
        const _errs1 = errors;
        if (typeof data0 != "string") {
          let dataType0 = typeof data0, coerced0;
          if (coerced0 === void 0)
            if (dataType0 == "number" || dataType0 == "boolean")
              coerced0 = "" + data0;
            else if (data0 === null)
              coerced0 = "";
            else
              return validate15.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          coerced0 !== void 0 && (data0 = coerced0, data !== void 0 && (data["idempotency-key"] = coerced0));
        }
        if (errors === _errs1 && typeof data0 == "string") {
          if (func2(data0) > 255)
            return validate15.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" }], !1;
          if (func2(data0) < 1)
            return validate15.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
        }
      }
    } else
      return validate15.errors = [{ instancePath, keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate15.errors = vErrors, errors === 0;
}

/** By operationId. They turn the parameters' text into their types and set the defaults. */
export const restQueries: {
  readonly listDirectory: Validator<NonNullable<operations['listDirectory']['parameters']['query']>>;
} = {
  __proto__: null,
  listDirectory: querylistDirectory,
};

/** By operationId. The names of headers are in lower case. */
export const restHeaders: {
  readonly createUser: Validator<Record<string, unknown>>;
  readonly createUserSession: Validator<Record<string, unknown>>;
  readonly revokeUserSessions: Validator<Record<string, unknown>>;
} = {
  __proto__: null,
  createUser: headercreateUser,
  createUserSession: headercreateUserSession,
  revokeUserSessions: headerrevokeUserSessions,
};
