// <stdin>
var validate = validate20;
var stdin_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://custos.example/schemas/event.schema.json", "title": "An event of the ledger: codes and dates, never free text", "description": 'What is stored and hashed is the canonical JSON of this without prev and hash: keys in code-unit order, no white space. hash = sha256(prev + "\\n" + that text), in hex.', "type": "object", "additionalProperties": false, "required": ["seq", "case", "recordedAt", "by", "body"], "dependentRequired": { "prev": ["hash"], "hash": ["prev"] }, "properties": { "seq": { "$ref": "#/$defs/count" }, "case": { "type": "string", "pattern": "^[RB]-[1-9][0-9]{0,9}$" }, "recordedAt": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z$" }, "by": { "type": "string", "pattern": '^[^"\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd]{1,64}$' }, "body": { "oneOf": [{ "$ref": "#/$defs/opened" }, { "$ref": "#/$defs/marked" }, { "$ref": "#/$defs/learned" }, { "$ref": "#/$defs/corrected" }, { "$ref": "#/$defs/erased" }] }, "prev": { "$ref": "#/$defs/hash" }, "hash": { "$ref": "#/$defs/hash" } }, "$defs": { "opened": { "type": "object", "additionalProperties": false, "required": ["type", "kind", "requestType", "jurisdiction"], "properties": { "type": { "const": "opened" }, "kind": { "const": "request" }, "requestType": { "$ref": "#/$defs/requestType" }, "jurisdiction": { "$ref": "#/$defs/place" }, "agent": { "type": "boolean" }, "source": { "$ref": "#/$defs/reference" }, "reference": { "$ref": "#/$defs/reference" }, "role": { "$ref": "#/$defs/role" }, "data": { "$ref": "#/$defs/codes" }, "channel": { "$ref": "#/$defs/channel" }, "laws": { "$ref": "#/$defs/codes" }, "zone": { "$ref": "#/$defs/zone" }, "private": { "$ref": "#/$defs/private" } } }, "marked": { "type": "object", "additionalProperties": false, "required": ["type", "mark", "on"], "properties": { "type": { "const": "marked" }, "mark": { "enum": ["requested", "received", "recognised", "authenticated", "id-requested", "id-received", "clarification-asked", "clarification-answered", "fee-asked", "fee-paid", "acknowledged", "extension-noticed", "answered", "withdrawn", "appealed", "hold-placed", "hold-lifted", "data-obtained"] }, "on": { "$ref": "#/$defs/moment" }, "until": { "$ref": "#/$defs/moment" }, "ground": { "$ref": "#/$defs/code" }, "outcome": { "enum": ["granted", "partly-granted", "refused", "withdrawn", "not-applicable"] }, "law": { "$ref": "#/$defs/code" }, "private": { "$ref": "#/$defs/private" } } }, "learned": { "type": "object", "additionalProperties": false, "required": ["type"], "properties": { "type": { "const": "learned" }, "requestType": { "$ref": "#/$defs/requestType" }, "jurisdiction": { "$ref": "#/$defs/place" }, "role": { "$ref": "#/$defs/role" }, "data": { "$ref": "#/$defs/codes" }, "channel": { "$ref": "#/$defs/channel" }, "laws": { "$ref": "#/$defs/codes" }, "zone": { "$ref": "#/$defs/zone" } } }, "corrected": { "type": "object", "additionalProperties": false, "required": ["type", "event"], "properties": { "type": { "const": "corrected" }, "event": { "$ref": "#/$defs/count" }, "on": { "$ref": "#/$defs/moment" } } }, "erased": { "type": "object", "additionalProperties": false, "required": ["type", "records", "why"], "properties": { "type": { "const": "erased" }, "records": { "type": "array", "items": { "$ref": "#/$defs/privateId" } }, "why": { "enum": ["asked", "retention"] }, "law": { "$ref": "#/$defs/code" } } }, "count": { "type": "integer", "minimum": 1, "maximum": 999999999999999 }, "hash": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "code": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" }, "codes": { "type": "array", "items": { "$ref": "#/$defs/code" } }, "place": { "type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, "reference": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$" }, "zone": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$" }, "moment": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$" }, "privateId": { "type": "string", "pattern": "^P-[1-9][0-9]{0,14}$" }, "private": { "type": "object", "additionalProperties": false, "required": ["id", "digest"], "properties": { "id": { "$ref": "#/$defs/privateId" }, "digest": { "$ref": "#/$defs/hash" } } }, "requestType": { "enum": ["access", "information", "rectification", "erasure", "restriction", "objection", "portability", "withdraw-consent", "opt-out", "limit", "destroy-sample", "accounting", "shine-the-light", "automated-decision", "complaint", "appeal"] }, "role": { "enum": ["controller", "processor", "service-provider", "business-associate", "covered-entity"] }, "channel": { "enum": ["designated", "other"] } } };
var schema32 = { "type": "integer", "minimum": 1, "maximum": 999999999999999 };
var schema45 = { "type": "string", "pattern": "^[0-9a-f]{64}$" };
var pattern4 = new RegExp("^[RB]-[1-9][0-9]{0,9}$", "u");
var pattern5 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z$", "u");
var pattern6 = new RegExp('^[^"\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd]{1,64}$', "u");
var pattern13 = new RegExp("^[0-9a-f]{64}$", "u");
var schema33 = { "type": "object", "additionalProperties": false, "required": ["type", "kind", "requestType", "jurisdiction"], "properties": { "type": { "const": "opened" }, "kind": { "const": "request" }, "requestType": { "$ref": "#/$defs/requestType" }, "jurisdiction": { "$ref": "#/$defs/place" }, "agent": { "type": "boolean" }, "source": { "$ref": "#/$defs/reference" }, "reference": { "$ref": "#/$defs/reference" }, "role": { "$ref": "#/$defs/role" }, "data": { "$ref": "#/$defs/codes" }, "channel": { "$ref": "#/$defs/channel" }, "laws": { "$ref": "#/$defs/codes" }, "zone": { "$ref": "#/$defs/zone" }, "private": { "$ref": "#/$defs/private" } } };
var schema34 = { "enum": ["access", "information", "rectification", "erasure", "restriction", "objection", "portability", "withdraw-consent", "opt-out", "limit", "destroy-sample", "accounting", "shine-the-light", "automated-decision", "complaint", "appeal"] };
var schema35 = { "type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" };
var schema36 = { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$" };
var schema38 = { "enum": ["controller", "processor", "service-provider", "business-associate", "covered-entity"] };
var schema41 = { "enum": ["designated", "other"] };
var schema42 = { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$" };
var func1 = Object.prototype.hasOwnProperty;
var pattern7 = new RegExp("^[A-Z]{2}(-[A-Z0-9]{1,3})?$", "u");
var pattern8 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$", "u");
var pattern11 = new RegExp("^[A-Za-z][A-Za-z0-9._/+-]{0,63}$", "u");
var schema39 = { "type": "array", "items": { "$ref": "#/$defs/code" } };
var schema40 = { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" };
var pattern10 = new RegExp("^[a-z0-9][a-z0-9-]{0,63}$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/code/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,63}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,63}$"', schema: "^[a-z0-9][a-z0-9-]{0,63}$", parentSchema: schema40, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema40.type, parentSchema: schema40, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema43 = { "type": "object", "additionalProperties": false, "required": ["id", "digest"], "properties": { "id": { "$ref": "#/$defs/privateId" }, "digest": { "$ref": "#/$defs/hash" } } };
var schema44 = { "type": "string", "pattern": "^P-[1-9][0-9]{0,14}$" };
var pattern12 = new RegExp("^P-[1-9][0-9]{0,14}$", "u");
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "digest")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema43, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern12.test(data0)) {
          const err3 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/privateId/pattern", keyword: "pattern", params: { pattern: "^P-[1-9][0-9]{0,14}$" }, message: 'must match pattern "^P-[1-9][0-9]{0,14}$"', schema: "^P-[1-9][0-9]{0,14}$", parentSchema: schema44, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/privateId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.type, parentSchema: schema44, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      let data1 = data.digest;
      if (typeof data1 === "string") {
        if (!pattern13.test(data1)) {
          const err5 = { instancePath: instancePath + "/digest", schemaPath: "#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"', schema: "^[0-9a-f]{64}$", parentSchema: schema45, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/digest", schemaPath: "#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema45.type, parentSchema: schema45, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema43.type, parentSchema: schema43, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.requestType === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requestType" }, message: "must have required property 'requestType'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.jurisdiction === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "jurisdiction" }, message: "must have required property 'jurisdiction'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema33.properties, key0)) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("opened" !== data0) {
        const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "opened" }, message: "must be equal to constant", schema: "opened", parentSchema: schema33.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("request" !== data1) {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "request" }, message: "must be equal to constant", schema: "request", parentSchema: schema33.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.requestType !== void 0) {
      let data2 = data.requestType;
      if (!(data2 === "access" || data2 === "information" || data2 === "rectification" || data2 === "erasure" || data2 === "restriction" || data2 === "objection" || data2 === "portability" || data2 === "withdraw-consent" || data2 === "opt-out" || data2 === "limit" || data2 === "destroy-sample" || data2 === "accounting" || data2 === "shine-the-light" || data2 === "automated-decision" || data2 === "complaint" || data2 === "appeal")) {
        const err7 = { instancePath: instancePath + "/requestType", schemaPath: "#/$defs/requestType/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values", schema: schema34.enum, parentSchema: schema34, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.jurisdiction !== void 0) {
      let data3 = data.jurisdiction;
      if (typeof data3 === "string") {
        if (!pattern7.test(data3)) {
          const err8 = { instancePath: instancePath + "/jurisdiction", schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema35, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/jurisdiction", schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.agent !== void 0) {
      let data4 = data.agent;
      if (typeof data4 !== "boolean") {
        const err10 = { instancePath: instancePath + "/agent", schemaPath: "#/properties/agent/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema33.properties.agent.type, parentSchema: schema33.properties.agent, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data5 = data.source;
      if (typeof data5 === "string") {
        if (!pattern8.test(data5)) {
          const err11 = { instancePath: instancePath + "/source", schemaPath: "#/$defs/reference/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$", parentSchema: schema36, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/source", schemaPath: "#/$defs/reference/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.reference !== void 0) {
      let data6 = data.reference;
      if (typeof data6 === "string") {
        if (!pattern8.test(data6)) {
          const err13 = { instancePath: instancePath + "/reference", schemaPath: "#/$defs/reference/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$", parentSchema: schema36, data: data6 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/reference", schemaPath: "#/$defs/reference/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data6 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data7 = data.role;
      if (!(data7 === "controller" || data7 === "processor" || data7 === "service-provider" || data7 === "business-associate" || data7 === "covered-entity")) {
        const err15 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/role/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values", schema: schema38.enum, parentSchema: schema38, data: data7 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.data !== void 0) {
      if (!validate22(data.data, { instancePath: instancePath + "/data", parentData: data, parentDataProperty: "data", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.channel !== void 0) {
      let data9 = data.channel;
      if (!(data9 === "designated" || data9 === "other")) {
        const err16 = { instancePath: instancePath + "/channel", schemaPath: "#/$defs/channel/enum", keyword: "enum", params: { allowedValues: schema41.enum }, message: "must be equal to one of the allowed values", schema: schema41.enum, parentSchema: schema41, data: data9 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.laws !== void 0) {
      if (!validate22(data.laws, { instancePath: instancePath + "/laws", parentData: data, parentDataProperty: "laws", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.zone !== void 0) {
      let data11 = data.zone;
      if (typeof data11 === "string") {
        if (!pattern11.test(data11)) {
          const err17 = { instancePath: instancePath + "/zone", schemaPath: "#/$defs/zone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$"', schema: "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$", parentSchema: schema42, data: data11 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/zone", schemaPath: "#/$defs/zone/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.type, parentSchema: schema42, data: data11 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.private !== void 0) {
      if (!validate25(data.private, { instancePath: instancePath + "/private", parentData: data, parentDataProperty: "private", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema46 = { "type": "object", "additionalProperties": false, "required": ["type", "mark", "on"], "properties": { "type": { "const": "marked" }, "mark": { "enum": ["requested", "received", "recognised", "authenticated", "id-requested", "id-received", "clarification-asked", "clarification-answered", "fee-asked", "fee-paid", "acknowledged", "extension-noticed", "answered", "withdrawn", "appealed", "hold-placed", "hold-lifted", "data-obtained"] }, "on": { "$ref": "#/$defs/moment" }, "until": { "$ref": "#/$defs/moment" }, "ground": { "$ref": "#/$defs/code" }, "outcome": { "enum": ["granted", "partly-granted", "refused", "withdrawn", "not-applicable"] }, "law": { "$ref": "#/$defs/code" }, "private": { "$ref": "#/$defs/private" } } };
var schema47 = { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$" };
var pattern14 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$", "u");
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.mark === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mark" }, message: "must have required property 'mark'", schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.on === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "on" }, message: "must have required property 'on'", schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "mark" || key0 === "on" || key0 === "until" || key0 === "ground" || key0 === "outcome" || key0 === "law" || key0 === "private")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema46, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("marked" !== data0) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "marked" }, message: "must be equal to constant", schema: "marked", parentSchema: schema46.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.mark !== void 0) {
      let data1 = data.mark;
      if (!(data1 === "requested" || data1 === "received" || data1 === "recognised" || data1 === "authenticated" || data1 === "id-requested" || data1 === "id-received" || data1 === "clarification-asked" || data1 === "clarification-answered" || data1 === "fee-asked" || data1 === "fee-paid" || data1 === "acknowledged" || data1 === "extension-noticed" || data1 === "answered" || data1 === "withdrawn" || data1 === "appealed" || data1 === "hold-placed" || data1 === "hold-lifted" || data1 === "data-obtained")) {
        const err5 = { instancePath: instancePath + "/mark", schemaPath: "#/properties/mark/enum", keyword: "enum", params: { allowedValues: schema46.properties.mark.enum }, message: "must be equal to one of the allowed values", schema: schema46.properties.mark.enum, parentSchema: schema46.properties.mark, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.on !== void 0) {
      let data2 = data.on;
      if (typeof data2 === "string") {
        if (!pattern14.test(data2)) {
          const err6 = { instancePath: instancePath + "/on", schemaPath: "#/$defs/moment/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema47, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/on", schemaPath: "#/$defs/moment/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.type, parentSchema: schema47, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data3 = data.until;
      if (typeof data3 === "string") {
        if (!pattern14.test(data3)) {
          const err8 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/moment/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema47, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/moment/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.type, parentSchema: schema47, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.ground !== void 0) {
      let data4 = data.ground;
      if (typeof data4 === "string") {
        if (!pattern10.test(data4)) {
          const err10 = { instancePath: instancePath + "/ground", schemaPath: "#/$defs/code/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,63}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,63}$"', schema: "^[a-z0-9][a-z0-9-]{0,63}$", parentSchema: schema40, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/ground", schemaPath: "#/$defs/code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema40.type, parentSchema: schema40, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      let data5 = data.outcome;
      if (!(data5 === "granted" || data5 === "partly-granted" || data5 === "refused" || data5 === "withdrawn" || data5 === "not-applicable")) {
        const err12 = { instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema46.properties.outcome.enum }, message: "must be equal to one of the allowed values", schema: schema46.properties.outcome.enum, parentSchema: schema46.properties.outcome, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.law !== void 0) {
      let data6 = data.law;
      if (typeof data6 === "string") {
        if (!pattern10.test(data6)) {
          const err13 = { instancePath: instancePath + "/law", schemaPath: "#/$defs/code/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,63}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,63}$"', schema: "^[a-z0-9][a-z0-9-]{0,63}$", parentSchema: schema40, data: data6 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/law", schemaPath: "#/$defs/code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema40.type, parentSchema: schema40, data: data6 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.private !== void 0) {
      if (!validate25(data.private, { instancePath: instancePath + "/private", parentData: data, parentDataProperty: "private", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema51 = { "type": "object", "additionalProperties": false, "required": ["type"], "properties": { "type": { "const": "learned" }, "requestType": { "$ref": "#/$defs/requestType" }, "jurisdiction": { "$ref": "#/$defs/place" }, "role": { "$ref": "#/$defs/role" }, "data": { "$ref": "#/$defs/codes" }, "channel": { "$ref": "#/$defs/channel" }, "laws": { "$ref": "#/$defs/codes" }, "zone": { "$ref": "#/$defs/zone" } } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema51.required, parentSchema: schema51, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "requestType" || key0 === "jurisdiction" || key0 === "role" || key0 === "data" || key0 === "channel" || key0 === "laws" || key0 === "zone")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema51, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("learned" !== data0) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "learned" }, message: "must be equal to constant", schema: "learned", parentSchema: schema51.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.requestType !== void 0) {
      let data1 = data.requestType;
      if (!(data1 === "access" || data1 === "information" || data1 === "rectification" || data1 === "erasure" || data1 === "restriction" || data1 === "objection" || data1 === "portability" || data1 === "withdraw-consent" || data1 === "opt-out" || data1 === "limit" || data1 === "destroy-sample" || data1 === "accounting" || data1 === "shine-the-light" || data1 === "automated-decision" || data1 === "complaint" || data1 === "appeal")) {
        const err3 = { instancePath: instancePath + "/requestType", schemaPath: "#/$defs/requestType/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values", schema: schema34.enum, parentSchema: schema34, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.jurisdiction !== void 0) {
      let data2 = data.jurisdiction;
      if (typeof data2 === "string") {
        if (!pattern7.test(data2)) {
          const err4 = { instancePath: instancePath + "/jurisdiction", schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/jurisdiction", schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data3 = data.role;
      if (!(data3 === "controller" || data3 === "processor" || data3 === "service-provider" || data3 === "business-associate" || data3 === "covered-entity")) {
        const err6 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/role/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values", schema: schema38.enum, parentSchema: schema38, data: data3 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.data !== void 0) {
      if (!validate22(data.data, { instancePath: instancePath + "/data", parentData: data, parentDataProperty: "data", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.channel !== void 0) {
      let data5 = data.channel;
      if (!(data5 === "designated" || data5 === "other")) {
        const err7 = { instancePath: instancePath + "/channel", schemaPath: "#/$defs/channel/enum", keyword: "enum", params: { allowedValues: schema41.enum }, message: "must be equal to one of the allowed values", schema: schema41.enum, parentSchema: schema41, data: data5 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.laws !== void 0) {
      if (!validate22(data.laws, { instancePath: instancePath + "/laws", parentData: data, parentDataProperty: "laws", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.zone !== void 0) {
      let data7 = data.zone;
      if (typeof data7 === "string") {
        if (!pattern11.test(data7)) {
          const err8 = { instancePath: instancePath + "/zone", schemaPath: "#/$defs/zone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$"', schema: "^[A-Za-z][A-Za-z0-9._/+-]{0,63}$", parentSchema: schema42, data: data7 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/zone", schemaPath: "#/$defs/zone/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.type, parentSchema: schema42, data: data7 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema51.type, parentSchema: schema51, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema57 = { "type": "object", "additionalProperties": false, "required": ["type", "event"], "properties": { "type": { "const": "corrected" }, "event": { "$ref": "#/$defs/count" }, "on": { "$ref": "#/$defs/moment" } } };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema57.required, parentSchema: schema57, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.event === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'", schema: schema57.required, parentSchema: schema57, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "event" || key0 === "on")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema57, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("corrected" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "corrected" }, message: "must be equal to constant", schema: "corrected", parentSchema: schema57.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.event !== void 0) {
      let data1 = data.event;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/event", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema32.type, parentSchema: schema32, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 999999999999999 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/event", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999999999 }, message: "must be <= 999999999999999", schema: 999999999999999, parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/event", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.on !== void 0) {
      let data2 = data.on;
      if (typeof data2 === "string") {
        if (!pattern14.test(data2)) {
          const err7 = { instancePath: instancePath + "/on", schemaPath: "#/$defs/moment/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema47, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/on", schemaPath: "#/$defs/moment/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.type, parentSchema: schema47, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema57.type, parentSchema: schema57, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema60 = { "type": "object", "additionalProperties": false, "required": ["type", "records", "why"], "properties": { "type": { "const": "erased" }, "records": { "type": "array", "items": { "$ref": "#/$defs/privateId" } }, "why": { "enum": ["asked", "retention"] }, "law": { "$ref": "#/$defs/code" } } };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.records === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "records" }, message: "must have required property 'records'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.why === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "records" || key0 === "why" || key0 === "law")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema60, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("erased" !== data0) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "erased" }, message: "must be equal to constant", schema: "erased", parentSchema: schema60.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.records !== void 0) {
      let data1 = data.records;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern12.test(data2)) {
              const err5 = { instancePath: instancePath + "/records/" + i0, schemaPath: "#/$defs/privateId/pattern", keyword: "pattern", params: { pattern: "^P-[1-9][0-9]{0,14}$" }, message: 'must match pattern "^P-[1-9][0-9]{0,14}$"', schema: "^P-[1-9][0-9]{0,14}$", parentSchema: schema44, data: data2 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/records/" + i0, schemaPath: "#/$defs/privateId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.type, parentSchema: schema44, data: data2 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/records", schemaPath: "#/properties/records/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema60.properties.records.type, parentSchema: schema60.properties.records, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.why !== void 0) {
      let data3 = data.why;
      if (!(data3 === "asked" || data3 === "retention")) {
        const err8 = { instancePath: instancePath + "/why", schemaPath: "#/properties/why/enum", keyword: "enum", params: { allowedValues: schema60.properties.why.enum }, message: "must be equal to one of the allowed values", schema: schema60.properties.why.enum, parentSchema: schema60.properties.why, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.law !== void 0) {
      let data4 = data.law;
      if (typeof data4 === "string") {
        if (!pattern10.test(data4)) {
          const err9 = { instancePath: instancePath + "/law", schemaPath: "#/$defs/code/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,63}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,63}$"', schema: "^[a-z0-9][a-z0-9-]{0,63}$", parentSchema: schema40, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/law", schemaPath: "#/$defs/code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema40.type, parentSchema: schema40, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.type, parentSchema: schema60, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.seq === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "seq" }, message: "must have required property 'seq'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.case === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "case" }, message: "must have required property 'case'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.recordedAt === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "recordedAt" }, message: "must have required property 'recordedAt'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.by === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.body === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "seq" || key0 === "case" || key0 === "recordedAt" || key0 === "by" || key0 === "body" || key0 === "prev" || key0 === "hash")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.seq !== void 0) {
      let data0 = data.seq;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err6 = { instancePath: instancePath + "/seq", schemaPath: "#/$defs/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema32.type, parentSchema: schema32, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 999999999999999 || isNaN(data0)) {
          const err7 = { instancePath: instancePath + "/seq", schemaPath: "#/$defs/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999999999 }, message: "must be <= 999999999999999", schema: 999999999999999, parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err8 = { instancePath: instancePath + "/seq", schemaPath: "#/$defs/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.case !== void 0) {
      let data1 = data.case;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err9 = { instancePath: instancePath + "/case", schemaPath: "#/properties/case/pattern", keyword: "pattern", params: { pattern: "^[RB]-[1-9][0-9]{0,9}$" }, message: 'must match pattern "^[RB]-[1-9][0-9]{0,9}$"', schema: "^[RB]-[1-9][0-9]{0,9}$", parentSchema: schema31.properties.case, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/case", schemaPath: "#/properties/case/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.case.type, parentSchema: schema31.properties.case, data: data1 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.recordedAt !== void 0) {
      let data2 = data.recordedAt;
      if (typeof data2 === "string") {
        if (!pattern5.test(data2)) {
          const err11 = { instancePath: instancePath + "/recordedAt", schemaPath: "#/properties/recordedAt/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z$", parentSchema: schema31.properties.recordedAt, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/recordedAt", schemaPath: "#/properties/recordedAt/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.recordedAt.type, parentSchema: schema31.properties.recordedAt, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data3 = data.by;
      if (typeof data3 === "string") {
        if (!pattern6.test(data3)) {
          const err13 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/pattern", keyword: "pattern", params: { pattern: '^[^"\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd]{1,64}$' }, message: 'must match pattern "^[^"\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd]{1,64}$"', schema: '^[^"\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd]{1,64}$', parentSchema: schema31.properties.by, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.by.type, parentSchema: schema31.properties.by, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.body !== void 0) {
      let data4 = data.body;
      const _errs12 = errors;
      let valid2 = false;
      let passing0 = null;
      const _errs13 = errors;
      if (!validate21(data4, { instancePath: instancePath + "/body", parentData: data, parentDataProperty: "body", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs13 === errors;
      if (_valid0) {
        valid2 = true;
        passing0 = 0;
        var props0 = true;
      }
      const _errs14 = errors;
      if (!validate28(data4, { instancePath: instancePath + "/body", parentData: data, parentDataProperty: "body", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs14 === errors;
      if (_valid0 && valid2) {
        valid2 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid2 = true;
          passing0 = 1;
          if (props0 !== true) {
            props0 = true;
          }
        }
        const _errs15 = errors;
        if (!validate31(data4, { instancePath: instancePath + "/body", parentData: data, parentDataProperty: "body", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
          errors = vErrors.length;
        }
        var _valid0 = _errs15 === errors;
        if (_valid0 && valid2) {
          valid2 = false;
          passing0 = [passing0, 2];
        } else {
          if (_valid0) {
            valid2 = true;
            passing0 = 2;
            if (props0 !== true) {
              props0 = true;
            }
          }
          const _errs16 = errors;
          if (!validate35(data4, { instancePath: instancePath + "/body", parentData: data, parentDataProperty: "body", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
            errors = vErrors.length;
          }
          var _valid0 = _errs16 === errors;
          if (_valid0 && valid2) {
            valid2 = false;
            passing0 = [passing0, 3];
          } else {
            if (_valid0) {
              valid2 = true;
              passing0 = 3;
              if (props0 !== true) {
                props0 = true;
              }
            }
            const _errs17 = errors;
            if (!validate37(data4, { instancePath: instancePath + "/body", parentData: data, parentDataProperty: "body", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
              errors = vErrors.length;
            }
            var _valid0 = _errs17 === errors;
            if (_valid0 && valid2) {
              valid2 = false;
              passing0 = [passing0, 4];
            } else {
              if (_valid0) {
                valid2 = true;
                passing0 = 4;
                if (props0 !== true) {
                  props0 = true;
                }
              }
            }
          }
        }
      }
      if (!valid2) {
        const err15 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema31.properties.body.oneOf, parentSchema: schema31.properties.body, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      } else {
        errors = _errs12;
        if (vErrors !== null) {
          if (_errs12) {
            vErrors.length = _errs12;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.prev !== void 0) {
      let data5 = data.prev;
      if (typeof data5 === "string") {
        if (!pattern13.test(data5)) {
          const err16 = { instancePath: instancePath + "/prev", schemaPath: "#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"', schema: "^[0-9a-f]{64}$", parentSchema: schema45, data: data5 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/prev", schemaPath: "#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema45.type, parentSchema: schema45, data: data5 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.hash !== void 0) {
      let data6 = data.hash;
      if (typeof data6 === "string") {
        if (!pattern13.test(data6)) {
          const err18 = { instancePath: instancePath + "/hash", schemaPath: "#/$defs/hash/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"', schema: "^[0-9a-f]{64}$", parentSchema: schema45, data: data6 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/hash", schemaPath: "#/$defs/hash/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema45.type, parentSchema: schema45, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.prev !== void 0) {
      if (data.hash === void 0) {
        const err20 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "prev",
          missingProperty: "hash",
          depsCount: 1,
          deps: "hash"
        }, message: "must have property hash when property prev is present", schema: schema31.dependentRequired, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.hash !== void 0) {
      if (data.prev === void 0) {
        const err21 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "hash",
          missingProperty: "prev",
          depsCount: 1,
          deps: "prev"
        }, message: "must have property prev when property hash is present", schema: schema31.dependentRequired, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
