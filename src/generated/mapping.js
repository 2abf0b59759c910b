var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate20;
var stdin_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://custos.example/schemas/mapping.schema.json", "title": "How the columns and words of somebody's tracker map to requests", "type": "object", "additionalProperties": false, "required": ["source", "columns"], "properties": { "source": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,31}$" }, "columns": { "type": "object", "additionalProperties": false, "properties": { "reference": { "$ref": "#/$defs/heading" }, "type": { "$ref": "#/$defs/heading" }, "jurisdiction": { "$ref": "#/$defs/heading" }, "received": { "$ref": "#/$defs/heading" }, "requested": { "$ref": "#/$defs/heading" }, "acknowledged": { "$ref": "#/$defs/heading" }, "answered": { "$ref": "#/$defs/heading" }, "answeredAfterDays": { "$ref": "#/$defs/heading" }, "extended": { "$ref": "#/$defs/heading" }, "extendedTo": { "$ref": "#/$defs/heading" }, "withdrawn": { "$ref": "#/$defs/heading" }, "status": { "$ref": "#/$defs/heading" }, "outcome": { "$ref": "#/$defs/heading" }, "role": { "$ref": "#/$defs/heading" }, "channel": { "$ref": "#/$defs/heading" }, "data": { "$ref": "#/$defs/heading" }, "name": { "$ref": "#/$defs/heading" }, "email": { "$ref": "#/$defs/heading" }, "due": { "$ref": "#/$defs/heading" } } }, "dateOrder": { "enum": ["day-month", "month-day"] }, "types": { "$ref": "#/$defs/words" }, "jurisdictions": { "$ref": "#/$defs/words" }, "statuses": { "type": "object", "additionalProperties": { "enum": ["open", "answered", "withdrawn"] } }, "outcomes": { "type": "object", "additionalProperties": { "enum": ["granted", "partly-granted", "refused", "withdrawn", "not-applicable"] } }, "defaults": { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string" }, "jurisdiction": { "type": "string" }, "role": { "type": "string" }, "channel": { "type": "string" }, "data": { "type": "array", "items": { "type": "string" } } } }, "ignored": { "description": "Headings that were looked at and carry nothing for custos.", "type": "array", "items": { "$ref": "#/$defs/heading" } } }, "$defs": { "heading": { "type": "string", "minLength": 1, "maxLength": 200 }, "words": { "type": "object", "additionalProperties": { "type": "string", "minLength": 1, "maxLength": 64 } } } };
var schema32 = { "type": "string", "minLength": 1, "maxLength": 200 };
var schema51 = { "type": "object", "additionalProperties": { "type": "string", "minLength": 1, "maxLength": 64 } };
var func1 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern4 = new RegExp("^[a-z0-9][a-z0-9-]{0,31}$", "u");
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
    if (data.source === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.columns === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "columns" }, message: "must have required property 'columns'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data0 = data.source;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err3 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,31}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,31}$"', schema: "^[a-z0-9][a-z0-9-]{0,31}$", parentSchema: schema31.properties.source, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.source.type, parentSchema: schema31.properties.source, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.columns !== void 0) {
      let data1 = data.columns;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (!func1.call(schema31.properties.columns.properties, key1)) {
            const err5 = { instancePath: instancePath + "/columns", schemaPath: "#/properties/columns/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.columns, data: data1 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data1.reference !== void 0) {
          let data2 = data1.reference;
          if (typeof data2 === "string") {
            if (func3(data2) > 200) {
              const err6 = { instancePath: instancePath + "/columns/reference", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (func3(data2) < 1) {
              const err7 = { instancePath: instancePath + "/columns/reference", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data2 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/columns/reference", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data2 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data1.type !== void 0) {
          let data3 = data1.type;
          if (typeof data3 === "string") {
            if (func3(data3) > 200) {
              const err9 = { instancePath: instancePath + "/columns/type", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data3 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (func3(data3) < 1) {
              const err10 = { instancePath: instancePath + "/columns/type", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data3 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/columns/type", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data3 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data1.jurisdiction !== void 0) {
          let data4 = data1.jurisdiction;
          if (typeof data4 === "string") {
            if (func3(data4) > 200) {
              const err12 = { instancePath: instancePath + "/columns/jurisdiction", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data4 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (func3(data4) < 1) {
              const err13 = { instancePath: instancePath + "/columns/jurisdiction", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data4 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/columns/jurisdiction", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data4 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data1.received !== void 0) {
          let data5 = data1.received;
          if (typeof data5 === "string") {
            if (func3(data5) > 200) {
              const err15 = { instancePath: instancePath + "/columns/received", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (func3(data5) < 1) {
              const err16 = { instancePath: instancePath + "/columns/received", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data5 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/columns/received", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data5 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data1.requested !== void 0) {
          let data6 = data1.requested;
          if (typeof data6 === "string") {
            if (func3(data6) > 200) {
              const err18 = { instancePath: instancePath + "/columns/requested", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data6 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (func3(data6) < 1) {
              const err19 = { instancePath: instancePath + "/columns/requested", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data6 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/columns/requested", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data6 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data1.acknowledged !== void 0) {
          let data7 = data1.acknowledged;
          if (typeof data7 === "string") {
            if (func3(data7) > 200) {
              const err21 = { instancePath: instancePath + "/columns/acknowledged", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data7 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (func3(data7) < 1) {
              const err22 = { instancePath: instancePath + "/columns/acknowledged", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data7 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/columns/acknowledged", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data7 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data1.answered !== void 0) {
          let data8 = data1.answered;
          if (typeof data8 === "string") {
            if (func3(data8) > 200) {
              const err24 = { instancePath: instancePath + "/columns/answered", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data8 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (func3(data8) < 1) {
              const err25 = { instancePath: instancePath + "/columns/answered", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data8 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/columns/answered", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data8 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data1.answeredAfterDays !== void 0) {
          let data9 = data1.answeredAfterDays;
          if (typeof data9 === "string") {
            if (func3(data9) > 200) {
              const err27 = { instancePath: instancePath + "/columns/answeredAfterDays", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data9 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (func3(data9) < 1) {
              const err28 = { instancePath: instancePath + "/columns/answeredAfterDays", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data9 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/columns/answeredAfterDays", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data9 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data1.extended !== void 0) {
          let data10 = data1.extended;
          if (typeof data10 === "string") {
            if (func3(data10) > 200) {
              const err30 = { instancePath: instancePath + "/columns/extended", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data10 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            if (func3(data10) < 1) {
              const err31 = { instancePath: instancePath + "/columns/extended", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data10 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/columns/extended", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data10 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data1.extendedTo !== void 0) {
          let data11 = data1.extendedTo;
          if (typeof data11 === "string") {
            if (func3(data11) > 200) {
              const err33 = { instancePath: instancePath + "/columns/extendedTo", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data11 };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (func3(data11) < 1) {
              const err34 = { instancePath: instancePath + "/columns/extendedTo", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data11 };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          } else {
            const err35 = { instancePath: instancePath + "/columns/extendedTo", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data11 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data1.withdrawn !== void 0) {
          let data12 = data1.withdrawn;
          if (typeof data12 === "string") {
            if (func3(data12) > 200) {
              const err36 = { instancePath: instancePath + "/columns/withdrawn", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data12 };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (func3(data12) < 1) {
              const err37 = { instancePath: instancePath + "/columns/withdrawn", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data12 };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          } else {
            const err38 = { instancePath: instancePath + "/columns/withdrawn", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data12 };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data1.status !== void 0) {
          let data13 = data1.status;
          if (typeof data13 === "string") {
            if (func3(data13) > 200) {
              const err39 = { instancePath: instancePath + "/columns/status", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data13 };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            if (func3(data13) < 1) {
              const err40 = { instancePath: instancePath + "/columns/status", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data13 };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          } else {
            const err41 = { instancePath: instancePath + "/columns/status", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data13 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data1.outcome !== void 0) {
          let data14 = data1.outcome;
          if (typeof data14 === "string") {
            if (func3(data14) > 200) {
              const err42 = { instancePath: instancePath + "/columns/outcome", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data14 };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (func3(data14) < 1) {
              const err43 = { instancePath: instancePath + "/columns/outcome", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data14 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          } else {
            const err44 = { instancePath: instancePath + "/columns/outcome", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data14 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data1.role !== void 0) {
          let data15 = data1.role;
          if (typeof data15 === "string") {
            if (func3(data15) > 200) {
              const err45 = { instancePath: instancePath + "/columns/role", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data15 };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (func3(data15) < 1) {
              const err46 = { instancePath: instancePath + "/columns/role", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data15 };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          } else {
            const err47 = { instancePath: instancePath + "/columns/role", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data15 };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data1.channel !== void 0) {
          let data16 = data1.channel;
          if (typeof data16 === "string") {
            if (func3(data16) > 200) {
              const err48 = { instancePath: instancePath + "/columns/channel", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data16 };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (func3(data16) < 1) {
              const err49 = { instancePath: instancePath + "/columns/channel", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data16 };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
          } else {
            const err50 = { instancePath: instancePath + "/columns/channel", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data16 };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
        if (data1.data !== void 0) {
          let data17 = data1.data;
          if (typeof data17 === "string") {
            if (func3(data17) > 200) {
              const err51 = { instancePath: instancePath + "/columns/data", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data17 };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
            if (func3(data17) < 1) {
              const err52 = { instancePath: instancePath + "/columns/data", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data17 };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
          } else {
            const err53 = { instancePath: instancePath + "/columns/data", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data17 };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        if (data1.name !== void 0) {
          let data18 = data1.name;
          if (typeof data18 === "string") {
            if (func3(data18) > 200) {
              const err54 = { instancePath: instancePath + "/columns/name", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data18 };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            if (func3(data18) < 1) {
              const err55 = { instancePath: instancePath + "/columns/name", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data18 };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
          } else {
            const err56 = { instancePath: instancePath + "/columns/name", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data18 };
            if (vErrors === null) {
              vErrors = [err56];
            } else {
              vErrors.push(err56);
            }
            errors++;
          }
        }
        if (data1.email !== void 0) {
          let data19 = data1.email;
          if (typeof data19 === "string") {
            if (func3(data19) > 200) {
              const err57 = { instancePath: instancePath + "/columns/email", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data19 };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
            if (func3(data19) < 1) {
              const err58 = { instancePath: instancePath + "/columns/email", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data19 };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
          } else {
            const err59 = { instancePath: instancePath + "/columns/email", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data19 };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
        if (data1.due !== void 0) {
          let data20 = data1.due;
          if (typeof data20 === "string") {
            if (func3(data20) > 200) {
              const err60 = { instancePath: instancePath + "/columns/due", schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data20 };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
            if (func3(data20) < 1) {
              const err61 = { instancePath: instancePath + "/columns/due", schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data20 };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
          } else {
            const err62 = { instancePath: instancePath + "/columns/due", schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data20 };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
      } else {
        const err63 = { instancePath: instancePath + "/columns", schemaPath: "#/properties/columns/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.columns.type, parentSchema: schema31.properties.columns, data: data1 };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
    }
    if (data.dateOrder !== void 0) {
      let data21 = data.dateOrder;
      if (!(data21 === "day-month" || data21 === "month-day")) {
        const err64 = { instancePath: instancePath + "/dateOrder", schemaPath: "#/properties/dateOrder/enum", keyword: "enum", params: { allowedValues: schema31.properties.dateOrder.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.dateOrder.enum, parentSchema: schema31.properties.dateOrder, data: data21 };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    if (data.types !== void 0) {
      let data22 = data.types;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (const key2 in data22) {
          let data23 = data22[key2];
          if (typeof data23 === "string") {
            if (func3(data23) > 64) {
              const err65 = { instancePath: instancePath + "/types/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/words/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema51.additionalProperties, data: data23 };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
            if (func3(data23) < 1) {
              const err66 = { instancePath: instancePath + "/types/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/words/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema51.additionalProperties, data: data23 };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
          } else {
            const err67 = { instancePath: instancePath + "/types/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/words/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema51.additionalProperties.type, parentSchema: schema51.additionalProperties, data: data23 };
            if (vErrors === null) {
              vErrors = [err67];
            } else {
              vErrors.push(err67);
            }
            errors++;
          }
        }
      } else {
        const err68 = { instancePath: instancePath + "/types", schemaPath: "#/$defs/words/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema51.type, parentSchema: schema51, data: data22 };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    if (data.jurisdictions !== void 0) {
      let data24 = data.jurisdictions;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        for (const key3 in data24) {
          let data25 = data24[key3];
          if (typeof data25 === "string") {
            if (func3(data25) > 64) {
              const err69 = { instancePath: instancePath + "/jurisdictions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/words/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema51.additionalProperties, data: data25 };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            if (func3(data25) < 1) {
              const err70 = { instancePath: instancePath + "/jurisdictions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/words/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema51.additionalProperties, data: data25 };
              if (vErrors === null) {
                vErrors = [err70];
              } else {
                vErrors.push(err70);
              }
              errors++;
            }
          } else {
            const err71 = { instancePath: instancePath + "/jurisdictions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/words/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema51.additionalProperties.type, parentSchema: schema51.additionalProperties, data: data25 };
            if (vErrors === null) {
              vErrors = [err71];
            } else {
              vErrors.push(err71);
            }
            errors++;
          }
        }
      } else {
        const err72 = { instancePath: instancePath + "/jurisdictions", schemaPath: "#/$defs/words/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema51.type, parentSchema: schema51, data: data24 };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
    }
    if (data.statuses !== void 0) {
      let data26 = data.statuses;
      if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
        for (const key4 in data26) {
          let data27 = data26[key4];
          if (!(data27 === "open" || data27 === "answered" || data27 === "withdrawn")) {
            const err73 = { instancePath: instancePath + "/statuses/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/statuses/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema31.properties.statuses.additionalProperties.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.statuses.additionalProperties.enum, parentSchema: schema31.properties.statuses.additionalProperties, data: data27 };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
        }
      } else {
        const err74 = { instancePath: instancePath + "/statuses", schemaPath: "#/properties/statuses/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.statuses.type, parentSchema: schema31.properties.statuses, data: data26 };
        if (vErrors === null) {
          vErrors = [err74];
        } else {
          vErrors.push(err74);
        }
        errors++;
      }
    }
    if (data.outcomes !== void 0) {
      let data28 = data.outcomes;
      if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
        for (const key5 in data28) {
          let data29 = data28[key5];
          if (!(data29 === "granted" || data29 === "partly-granted" || data29 === "refused" || data29 === "withdrawn" || data29 === "not-applicable")) {
            const err75 = { instancePath: instancePath + "/outcomes/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outcomes/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema31.properties.outcomes.additionalProperties.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.outcomes.additionalProperties.enum, parentSchema: schema31.properties.outcomes.additionalProperties, data: data29 };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
        }
      } else {
        const err76 = { instancePath: instancePath + "/outcomes", schemaPath: "#/properties/outcomes/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.outcomes.type, parentSchema: schema31.properties.outcomes, data: data28 };
        if (vErrors === null) {
          vErrors = [err76];
        } else {
          vErrors.push(err76);
        }
        errors++;
      }
    }
    if (data.defaults !== void 0) {
      let data30 = data.defaults;
      if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
        for (const key6 in data30) {
          if (!(key6 === "type" || key6 === "jurisdiction" || key6 === "role" || key6 === "channel" || key6 === "data")) {
            const err77 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.defaults, data: data30 };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
        }
        if (data30.type !== void 0) {
          let data31 = data30.type;
          if (typeof data31 !== "string") {
            const err78 = { instancePath: instancePath + "/defaults/type", schemaPath: "#/properties/defaults/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.defaults.properties.type.type, parentSchema: schema31.properties.defaults.properties.type, data: data31 };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          }
        }
        if (data30.jurisdiction !== void 0) {
          let data32 = data30.jurisdiction;
          if (typeof data32 !== "string") {
            const err79 = { instancePath: instancePath + "/defaults/jurisdiction", schemaPath: "#/properties/defaults/properties/jurisdiction/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.defaults.properties.jurisdiction.type, parentSchema: schema31.properties.defaults.properties.jurisdiction, data: data32 };
            if (vErrors === null) {
              vErrors = [err79];
            } else {
              vErrors.push(err79);
            }
            errors++;
          }
        }
        if (data30.role !== void 0) {
          let data33 = data30.role;
          if (typeof data33 !== "string") {
            const err80 = { instancePath: instancePath + "/defaults/role", schemaPath: "#/properties/defaults/properties/role/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.defaults.properties.role.type, parentSchema: schema31.properties.defaults.properties.role, data: data33 };
            if (vErrors === null) {
              vErrors = [err80];
            } else {
              vErrors.push(err80);
            }
            errors++;
          }
        }
        if (data30.channel !== void 0) {
          let data34 = data30.channel;
          if (typeof data34 !== "string") {
            const err81 = { instancePath: instancePath + "/defaults/channel", schemaPath: "#/properties/defaults/properties/channel/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.defaults.properties.channel.type, parentSchema: schema31.properties.defaults.properties.channel, data: data34 };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
        }
        if (data30.data !== void 0) {
          let data35 = data30.data;
          if (Array.isArray(data35)) {
            const len0 = data35.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data36 = data35[i0];
              if (typeof data36 !== "string") {
                const err82 = { instancePath: instancePath + "/defaults/data/" + i0, schemaPath: "#/properties/defaults/properties/data/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.defaults.properties.data.items.type, parentSchema: schema31.properties.defaults.properties.data.items, data: data36 };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
            }
          } else {
            const err83 = { instancePath: instancePath + "/defaults/data", schemaPath: "#/properties/defaults/properties/data/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.defaults.properties.data.type, parentSchema: schema31.properties.defaults.properties.data, data: data35 };
            if (vErrors === null) {
              vErrors = [err83];
            } else {
              vErrors.push(err83);
            }
            errors++;
          }
        }
      } else {
        const err84 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.defaults.type, parentSchema: schema31.properties.defaults, data: data30 };
        if (vErrors === null) {
          vErrors = [err84];
        } else {
          vErrors.push(err84);
        }
        errors++;
      }
    }
    if (data.ignored !== void 0) {
      let data37 = data.ignored;
      if (Array.isArray(data37)) {
        const len1 = data37.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data38 = data37[i1];
          if (typeof data38 === "string") {
            if (func3(data38) > 200) {
              const err85 = { instancePath: instancePath + "/ignored/" + i1, schemaPath: "#/$defs/heading/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32, data: data38 };
              if (vErrors === null) {
                vErrors = [err85];
              } else {
                vErrors.push(err85);
              }
              errors++;
            }
            if (func3(data38) < 1) {
              const err86 = { instancePath: instancePath + "/ignored/" + i1, schemaPath: "#/$defs/heading/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data38 };
              if (vErrors === null) {
                vErrors = [err86];
              } else {
                vErrors.push(err86);
              }
              errors++;
            }
          } else {
            const err87 = { instancePath: instancePath + "/ignored/" + i1, schemaPath: "#/$defs/heading/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data38 };
            if (vErrors === null) {
              vErrors = [err87];
            } else {
              vErrors.push(err87);
            }
            errors++;
          }
        }
      } else {
        const err88 = { instancePath: instancePath + "/ignored", schemaPath: "#/properties/ignored/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.ignored.type, parentSchema: schema31.properties.ignored, data: data37 };
        if (vErrors === null) {
          vErrors = [err88];
        } else {
          vErrors.push(err88);
        }
        errors++;
      }
    }
  } else {
    const err89 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err89];
    } else {
      vErrors.push(err89);
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
