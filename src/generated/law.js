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

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// node_modules/ajv-formats/dist/formats.js
var require_formats = __commonJS({
  "node_modules/ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate2, compare) {
      return { validate: validate2, compare };
    }
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: true,
      // unchecked string payload
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches = DATE.exec(str);
      if (!matches)
        return false;
      const year = +matches[1];
      const month = +matches[2];
      const day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function time(str) {
        const matches = TIME.exec(str);
        if (!matches)
          return false;
        const hr = +matches[1];
        const min = +matches[2];
        const sec = +matches[3];
        const tz = matches[4];
        const tzSign = matches[5] === "-" ? -1 : 1;
        const tzH = +(matches[6] || 0);
        const tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME.exec(t1);
      const a2 = TIME.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time = getTime(strictTimeZone);
      return function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return true;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
  }
});

// <stdin>
var validate = validate20;
var stdin_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://custos.example/schemas/law.schema.json", "title": "A law: obligations with dated terms, as data", "type": "object", "additionalProperties": false, "required": ["id", "title", "jurisdiction", "authority", "source", "checked", "scope", "counting", "obligations", "notRequired"], "properties": { "$schema": { "type": "string" }, "id": { "$ref": "#/$defs/id" }, "title": { "$ref": "#/$defs/text" }, "jurisdiction": { "$ref": "#/$defs/place" }, "authority": { "$ref": "#/$defs/text" }, "source": { "$ref": "#/$defs/citation" }, "checked": { "type": "object", "additionalProperties": false, "required": ["on", "by"], "properties": { "on": { "$ref": "#/$defs/date" }, "by": { "$ref": "#/$defs/text" } } }, "scope": { "type": "object", "additionalProperties": false, "required": ["places"], "properties": { "places": { "type": "array", "minItems": 1, "items": { "type": "object", "additionalProperties": false, "required": ["in", "from"], "properties": { "in": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/place" } }, "from": { "$ref": "#/$defs/date" }, "until": { "$ref": "#/$defs/date" }, "citation": { "$ref": "#/$defs/citation" } } } }, "when": { "$ref": "#/$defs/condition" }, "whenSays": { "$ref": "#/$defs/text" }, "cautions": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["when", "says", "citation"], "properties": { "when": { "$ref": "#/$defs/condition" }, "says": { "$ref": "#/$defs/text" }, "citation": { "$ref": "#/$defs/citation" } } } } }, "dependentRequired": { "when": ["whenSays"] } }, "counting": { "type": "object", "propertyNames": { "$ref": "#/$defs/id" }, "additionalProperties": { "$ref": "#/$defs/counting" } }, "obligations": { "type": "array", "items": { "$ref": "#/$defs/obligation" } }, "notRequired": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["types", "why", "citation"], "properties": { "types": { "$ref": "#/$defs/types" }, "why": { "$ref": "#/$defs/text" }, "citation": { "$ref": "#/$defs/citation" } } } }, "refusalGrounds": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "says", "citation"], "properties": { "id": { "$ref": "#/$defs/id" }, "says": { "$ref": "#/$defs/text" }, "types": { "$ref": "#/$defs/types" }, "citation": { "$ref": "#/$defs/citation" } } } }, "letters": { "type": "object", "propertyNames": { "enum": ["acknowledgement", "identity", "clarification", "extension", "refusal", "completion"] }, "additionalProperties": { "type": "array", "items": { "$ref": "#/$defs/content" } } }, "recordKeeping": { "type": "object", "additionalProperties": false, "required": ["keep", "citation"], "properties": { "keep": { "$ref": "#/$defs/period" }, "fields": { "type": "array", "items": { "$ref": "#/$defs/text" } }, "citation": { "$ref": "#/$defs/citation" } } }, "notes": { "type": "array", "items": { "$ref": "#/$defs/text" } } }, "$defs": { "text": { "type": "string", "minLength": 1, "maxLength": 2e3, "pattern": "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, "id": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "date": { "type": "string", "format": "date" }, "place": { "type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, "citation": { "type": "object", "additionalProperties": false, "required": ["ref", "verified"], "properties": { "ref": { "$ref": "#/$defs/text" }, "url": { "type": "string", "pattern": "^https://[^\\s]+$" }, "quote": { "$ref": "#/$defs/text" }, "verified": { "type": "boolean" }, "checkedOn": { "$ref": "#/$defs/date" } } }, "period": { "type": "object", "additionalProperties": false, "required": ["n", "unit"], "properties": { "n": { "type": "integer", "minimum": 1, "maximum": 1e3 }, "unit": { "enum": ["hours", "days", "working-days", "weeks", "months", "years"] } } }, "type": { "enum": ["access", "information", "rectification", "erasure", "restriction", "objection", "portability", "withdraw-consent", "opt-out", "limit", "destroy-sample", "accounting", "shine-the-light", "automated-decision", "complaint", "appeal"] }, "types": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/type" } }, "mark": { "enum": ["requested", "received", "recognised", "authenticated", "id-requested", "id-received", "clarification-asked", "clarification-answered", "fee-asked", "fee-paid", "acknowledged", "extension-noticed", "answered", "withdrawn", "appealed", "hold-placed", "hold-lifted", "data-obtained"] }, "condition": { "type": "object", "oneOf": [{ "additionalProperties": false, "required": ["all"], "properties": { "all": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/condition" } } } }, { "additionalProperties": false, "required": ["any"], "properties": { "any": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/condition" } } } }, { "additionalProperties": false, "required": ["not"], "properties": { "not": { "$ref": "#/$defs/condition" } } }, { "additionalProperties": false, "required": ["fact", "is"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "is": { "type": ["string", "number"] } } }, { "additionalProperties": false, "required": ["fact", "oneOf"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "oneOf": { "type": "array", "minItems": 1, "items": { "type": ["string", "number"] } } } }, { "additionalProperties": false, "required": ["fact", "atLeast"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "atLeast": { "type": "number" } } }, { "additionalProperties": false, "required": ["fact", "moreThan"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "moreThan": { "type": "number" } } }] }, "factName": { "enum": ["role", "data", "channel", "requestType", "jurisdiction"] }, "counting": { "type": "object", "additionalProperties": false, "required": ["says", "firstDay", "shortMonth", "lastDayClosed", "hours", "citation"], "properties": { "says": { "$ref": "#/$defs/text" }, "firstDay": { "enum": ["excluded", "included"] }, "shortMonth": { "enum": ["last-day", "next-day", "refuse"] }, "lastDayClosed": { "enum": ["keep", "next-open", "previous-open", "unspecified"] }, "hours": { "enum": ["elapsed", "from-next-full-hour"] }, "closed": { "type": "object", "additionalProperties": false, "required": ["weekdays", "holidays"], "properties": { "weekdays": { "type": "array", "uniqueItems": true, "maxItems": 6, "items": { "type": "integer", "minimum": 1, "maximum": 7 } }, "holidays": { "anyOf": [{ "enum": ["jurisdiction", "none"] }, { "type": "string", "pattern": "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }] } } }, "minOpenDays": { "type": "object", "additionalProperties": false, "required": ["open", "ifDays"], "properties": { "open": { "type": "integer", "minimum": 1, "maximum": 10 }, "ifDays": { "type": "integer", "minimum": 1, "maximum": 100 } } }, "citation": { "$ref": "#/$defs/citation" } } }, "start": { "type": "object", "additionalProperties": false, "required": ["mark"], "properties": { "mark": { "$ref": "#/$defs/mark" }, "ifMarked": { "$ref": "#/$defs/mark" }, "orElse": { "$ref": "#/$defs/mark" } } }, "obligation": { "type": "object", "additionalProperties": false, "required": ["id", "duty", "types", "bearer", "starts", "endedBy", "terms"], "properties": { "id": { "enum": ["acknowledge", "respond", "extension-notice", "forward-to-controller", "stop-processing", "destroy-sample", "appeal-decision", "notify-recipients", "erase-backups", "inform"] }, "duty": { "$ref": "#/$defs/text" }, "types": { "$ref": "#/$defs/types" }, "bearer": { "enum": ["principal", "agent"] }, "starts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/start" } }, "endedBy": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/mark" } }, "obviatedBy": { "$ref": "#/$defs/mark" }, "terms": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/term" } } } }, "term": { "type": "object", "additionalProperties": false, "required": ["from", "status", "citation"], "anyOf": [{ "required": ["within", "counting"] }, { "required": ["standard"] }], "properties": { "from": { "$ref": "#/$defs/date" }, "until": { "$ref": "#/$defs/date" }, "status": { "enum": ["in-force", "superseded", "proposed"] }, "types": { "$ref": "#/$defs/types" }, "when": { "$ref": "#/$defs/condition" }, "starts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/start" } }, "within": { "$ref": "#/$defs/period" }, "counting": { "$ref": "#/$defs/id" }, "standard": { "$ref": "#/$defs/text" }, "practiceTarget": { "type": "object", "additionalProperties": false, "required": ["within", "counting", "basis"], "properties": { "within": { "$ref": "#/$defs/period" }, "counting": { "$ref": "#/$defs/id" }, "basis": { "$ref": "#/$defs/text" } } }, "extension": { "type": "object", "additionalProperties": false, "required": ["noticeBy", "grounds", "citation"], "properties": { "total": { "$ref": "#/$defs/period" }, "noticeBy": { "oneOf": [{ "const": "first-deadline" }, { "type": "object", "additionalProperties": false, "required": ["within", "from", "orElse"], "properties": { "within": { "$ref": "#/$defs/period" }, "from": { "$ref": "#/$defs/mark" }, "orElse": { "$ref": "#/$defs/mark" } } }] }, "grounds": { "type": "array", "minItems": 1, "items": { "type": "object", "additionalProperties": false, "required": ["id", "says"], "properties": { "id": { "$ref": "#/$defs/id" }, "says": { "$ref": "#/$defs/text" } } } }, "fromFirstEnd": { "type": "object", "additionalProperties": false, "required": ["says", "within", "citation"], "properties": { "says": { "$ref": "#/$defs/text" }, "within": { "$ref": "#/$defs/period" }, "citation": { "$ref": "#/$defs/citation" } } }, "citation": { "$ref": "#/$defs/citation" } } }, "pauses": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["from", "to", "effect", "force", "citation"], "properties": { "from": { "$ref": "#/$defs/mark" }, "to": { "$ref": "#/$defs/mark" }, "types": { "$ref": "#/$defs/types" }, "effect": { "enum": ["inclusive", "between", "restart", "allowed"] }, "after": { "$ref": "#/$defs/period" }, "force": { "enum": ["law", "practice"] }, "citation": { "$ref": "#/$defs/citation" } } } }, "readings": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "says", "citation"], "properties": { "id": { "$ref": "#/$defs/id" }, "says": { "$ref": "#/$defs/text" }, "counting": { "$ref": "#/$defs/id" }, "within": { "$ref": "#/$defs/period" }, "citation": { "$ref": "#/$defs/citation" } } } }, "note": { "$ref": "#/$defs/text" }, "citation": { "$ref": "#/$defs/citation" } } }, "content": { "type": "object", "additionalProperties": false, "required": ["id", "says", "citation"], "properties": { "id": { "$ref": "#/$defs/id" }, "says": { "$ref": "#/$defs/text" }, "types": { "$ref": "#/$defs/types" }, "fact": { "type": "string", "pattern": "^[a-zA-Z]+(\\.[a-zA-Z]+)*$" }, "citation": { "$ref": "#/$defs/citation" } } } } };
var schema32 = { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 };
var schema33 = { "type": "string", "minLength": 1, "maxLength": 2e3, "pattern": "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" };
var schema34 = { "type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" };
var schema39 = { "type": "string", "format": "date" };
var schema68 = { "type": "object", "additionalProperties": false, "required": ["n", "unit"], "properties": { "n": { "type": "integer", "minimum": 1, "maximum": 1e3 }, "unit": { "enum": ["hours", "days", "working-days", "weeks", "months", "years"] } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var func0 = require_equal().default;
var pattern4 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
var pattern5 = new RegExp("^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", "u");
var pattern6 = new RegExp("^[A-Z]{2}(-[A-Z0-9]{1,3})?$", "u");
var schema36 = { "type": "object", "additionalProperties": false, "required": ["ref", "verified"], "properties": { "ref": { "$ref": "#/$defs/text" }, "url": { "type": "string", "pattern": "^https://[^\\s]+$" }, "quote": { "$ref": "#/$defs/text" }, "verified": { "type": "boolean" }, "checkedOn": { "$ref": "#/$defs/date" } } };
var pattern9 = new RegExp("^https://[^\\s]+$", "u");
var formats0 = require_formats().fullFormats.date;
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
    if (data.ref === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ref" }, message: "must have required property 'ref'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.verified === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verified" }, message: "must have required property 'verified'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "ref" || key0 === "url" || key0 === "quote" || key0 === "verified" || key0 === "checkedOn")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema36, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.ref !== void 0) {
      let data0 = data.ref;
      if (typeof data0 === "string") {
        if (func2(data0) > 2e3) {
          const err3 = { instancePath: instancePath + "/ref", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err4 = { instancePath: instancePath + "/ref", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (!pattern5.test(data0)) {
          const err5 = { instancePath: instancePath + "/ref", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/ref", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data1 = data.url;
      if (typeof data1 === "string") {
        if (!pattern9.test(data1)) {
          const err7 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https://[^\\s]+$" }, message: 'must match pattern "^https://[^\\s]+$"', schema: "^https://[^\\s]+$", parentSchema: schema36.properties.url, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.properties.url.type, parentSchema: schema36.properties.url, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.quote !== void 0) {
      let data2 = data.quote;
      if (typeof data2 === "string") {
        if (func2(data2) > 2e3) {
          const err9 = { instancePath: instancePath + "/quote", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func2(data2) < 1) {
          const err10 = { instancePath: instancePath + "/quote", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (!pattern5.test(data2)) {
          const err11 = { instancePath: instancePath + "/quote", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/quote", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.verified !== void 0) {
      let data3 = data.verified;
      if (typeof data3 !== "boolean") {
        const err13 = { instancePath: instancePath + "/verified", schemaPath: "#/properties/verified/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema36.properties.verified.type, parentSchema: schema36.properties.verified, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.checkedOn !== void 0) {
      let data4 = data.checkedOn;
      if (typeof data4 === "string") {
        if (!formats0.validate(data4)) {
          const err14 = { instancePath: instancePath + "/checkedOn", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema39, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/checkedOn", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.type, parentSchema: schema39, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema36.type, parentSchema: schema36, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema45 = { "type": "object", "oneOf": [{ "additionalProperties": false, "required": ["all"], "properties": { "all": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/condition" } } } }, { "additionalProperties": false, "required": ["any"], "properties": { "any": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/condition" } } } }, { "additionalProperties": false, "required": ["not"], "properties": { "not": { "$ref": "#/$defs/condition" } } }, { "additionalProperties": false, "required": ["fact", "is"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "is": { "type": ["string", "number"] } } }, { "additionalProperties": false, "required": ["fact", "oneOf"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "oneOf": { "type": "array", "minItems": 1, "items": { "type": ["string", "number"] } } } }, { "additionalProperties": false, "required": ["fact", "atLeast"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "atLeast": { "type": "number" } } }, { "additionalProperties": false, "required": ["fact", "moreThan"], "properties": { "fact": { "$ref": "#/$defs/factName" }, "moreThan": { "type": "number" } } }] };
var schema46 = { "enum": ["role", "data", "channel", "requestType", "jurisdiction"] };
var wrapper0 = { validate: validate24 };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema45.type, parentSchema: schema45, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.all === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "all" }, message: "must have required property 'all'", schema: schema45.oneOf[0].required, parentSchema: schema45.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "all")) {
        const err2 = { instancePath, schemaPath: "#/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.oneOf[0], data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.all !== void 0) {
      let data0 = data.all;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err3 = { instancePath: instancePath + "/all", schemaPath: "#/oneOf/0/properties/all/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema45.oneOf[0].properties.all, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!wrapper0.validate(data0[i0], { instancePath: instancePath + "/all/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/all", schemaPath: "#/oneOf/0/properties/all/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema45.oneOf[0].properties.all.type, parentSchema: schema45.oneOf[0].properties.all, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
    var props1 = true;
  }
  const _errs7 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.any === void 0) {
      const err5 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "any" }, message: "must have required property 'any'", schema: schema45.oneOf[1].required, parentSchema: schema45.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key1 in data) {
      if (!(key1 === "any")) {
        const err6 = { instancePath, schemaPath: "#/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.oneOf[1], data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.any !== void 0) {
      let data2 = data.any;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err7 = { instancePath: instancePath + "/any", schemaPath: "#/oneOf/1/properties/any/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema45.oneOf[1].properties.any, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!wrapper0.validate(data2[i1], { instancePath: instancePath + "/any/" + i1, parentData: data2, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/any", schemaPath: "#/oneOf/1/properties/any/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema45.oneOf[1].properties.any.type, parentSchema: schema45.oneOf[1].properties.any, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  }
  var _valid0 = _errs7 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
      if (props1 !== true) {
        props1 = true;
      }
    }
    const _errs12 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.not === void 0) {
        const err9 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "not" }, message: "must have required property 'not'", schema: schema45.oneOf[2].required, parentSchema: schema45.oneOf[2], data };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      for (const key2 in data) {
        if (!(key2 === "not")) {
          const err10 = { instancePath, schemaPath: "#/oneOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.oneOf[2], data };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
      if (data.not !== void 0) {
        if (!wrapper0.validate(data.not, { instancePath: instancePath + "/not", parentData: data, parentDataProperty: "not", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
          errors = vErrors.length;
        }
      }
    }
    var _valid0 = _errs12 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
        if (props1 !== true) {
          props1 = true;
        }
      }
      const _errs15 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.fact === void 0) {
          const err11 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "fact" }, message: "must have required property 'fact'", schema: schema45.oneOf[3].required, parentSchema: schema45.oneOf[3], data };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data.is === void 0) {
          const err12 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "is" }, message: "must have required property 'is'", schema: schema45.oneOf[3].required, parentSchema: schema45.oneOf[3], data };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        for (const key3 in data) {
          if (!(key3 === "fact" || key3 === "is")) {
            const err13 = { instancePath, schemaPath: "#/oneOf/3/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.oneOf[3], data };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.fact !== void 0) {
          let data5 = data.fact;
          if (!(data5 === "role" || data5 === "data" || data5 === "channel" || data5 === "requestType" || data5 === "jurisdiction")) {
            const err14 = { instancePath: instancePath + "/fact", schemaPath: "#/$defs/factName/enum", keyword: "enum", params: { allowedValues: schema46.enum }, message: "must be equal to one of the allowed values", schema: schema46.enum, parentSchema: schema46, data: data5 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.is !== void 0) {
          let data6 = data.is;
          if (typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6))) {
            const err15 = { instancePath: instancePath + "/is", schemaPath: "#/oneOf/3/properties/is/type", keyword: "type", params: { type: schema45.oneOf[3].properties.is.type }, message: "must be string,number", schema: schema45.oneOf[3].properties.is.type, parentSchema: schema45.oneOf[3].properties.is, data: data6 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      }
      var _valid0 = _errs15 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
          if (props1 !== true) {
            props1 = true;
          }
        }
        const _errs21 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.fact === void 0) {
            const err16 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "fact" }, message: "must have required property 'fact'", schema: schema45.oneOf[4].required, parentSchema: schema45.oneOf[4], data };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (data.oneOf === void 0) {
            const err17 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "oneOf" }, message: "must have required property 'oneOf'", schema: schema45.oneOf[4].required, parentSchema: schema45.oneOf[4], data };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          for (const key4 in data) {
            if (!(key4 === "fact" || key4 === "oneOf")) {
              const err18 = { instancePath, schemaPath: "#/oneOf/4/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.oneOf[4], data };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
          if (data.fact !== void 0) {
            let data7 = data.fact;
            if (!(data7 === "role" || data7 === "data" || data7 === "channel" || data7 === "requestType" || data7 === "jurisdiction")) {
              const err19 = { instancePath: instancePath + "/fact", schemaPath: "#/$defs/factName/enum", keyword: "enum", params: { allowedValues: schema46.enum }, message: "must be equal to one of the allowed values", schema: schema46.enum, parentSchema: schema46, data: data7 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
          if (data.oneOf !== void 0) {
            let data8 = data.oneOf;
            if (Array.isArray(data8)) {
              if (data8.length < 1) {
                const err20 = { instancePath: instancePath + "/oneOf", schemaPath: "#/oneOf/4/properties/oneOf/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema45.oneOf[4].properties.oneOf, data: data8 };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
              const len2 = data8.length;
              for (let i2 = 0; i2 < len2; i2++) {
                let data9 = data8[i2];
                if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9))) {
                  const err21 = { instancePath: instancePath + "/oneOf/" + i2, schemaPath: "#/oneOf/4/properties/oneOf/items/type", keyword: "type", params: { type: schema45.oneOf[4].properties.oneOf.items.type }, message: "must be string,number", schema: schema45.oneOf[4].properties.oneOf.items.type, parentSchema: schema45.oneOf[4].properties.oneOf.items, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
            } else {
              const err22 = { instancePath: instancePath + "/oneOf", schemaPath: "#/oneOf/4/properties/oneOf/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema45.oneOf[4].properties.oneOf.type, parentSchema: schema45.oneOf[4].properties.oneOf, data: data8 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
        var _valid0 = _errs21 === errors;
        if (_valid0 && valid0) {
          valid0 = false;
          passing0 = [passing0, 4];
        } else {
          if (_valid0) {
            valid0 = true;
            passing0 = 4;
            if (props1 !== true) {
              props1 = true;
            }
          }
          const _errs29 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.fact === void 0) {
              const err23 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "fact" }, message: "must have required property 'fact'", schema: schema45.oneOf[5].required, parentSchema: schema45.oneOf[5], data };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data.atLeast === void 0) {
              const err24 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "atLeast" }, message: "must have required property 'atLeast'", schema: schema45.oneOf[5].required, parentSchema: schema45.oneOf[5], data };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            for (const key5 in data) {
              if (!(key5 === "fact" || key5 === "atLeast")) {
                const err25 = { instancePath, schemaPath: "#/oneOf/5/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.oneOf[5], data };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data.fact !== void 0) {
              let data10 = data.fact;
              if (!(data10 === "role" || data10 === "data" || data10 === "channel" || data10 === "requestType" || data10 === "jurisdiction")) {
                const err26 = { instancePath: instancePath + "/fact", schemaPath: "#/$defs/factName/enum", keyword: "enum", params: { allowedValues: schema46.enum }, message: "must be equal to one of the allowed values", schema: schema46.enum, parentSchema: schema46, data: data10 };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data.atLeast !== void 0) {
              let data11 = data.atLeast;
              if (!(typeof data11 == "number" && isFinite(data11))) {
                const err27 = { instancePath: instancePath + "/atLeast", schemaPath: "#/oneOf/5/properties/atLeast/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema45.oneOf[5].properties.atLeast.type, parentSchema: schema45.oneOf[5].properties.atLeast, data: data11 };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
          }
          var _valid0 = _errs29 === errors;
          if (_valid0 && valid0) {
            valid0 = false;
            passing0 = [passing0, 5];
          } else {
            if (_valid0) {
              valid0 = true;
              passing0 = 5;
              if (props1 !== true) {
                props1 = true;
              }
            }
            const _errs35 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              if (data.fact === void 0) {
                const err28 = { instancePath, schemaPath: "#/oneOf/6/required", keyword: "required", params: { missingProperty: "fact" }, message: "must have required property 'fact'", schema: schema45.oneOf[6].required, parentSchema: schema45.oneOf[6], data };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
              if (data.moreThan === void 0) {
                const err29 = { instancePath, schemaPath: "#/oneOf/6/required", keyword: "required", params: { missingProperty: "moreThan" }, message: "must have required property 'moreThan'", schema: schema45.oneOf[6].required, parentSchema: schema45.oneOf[6], data };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
              for (const key6 in data) {
                if (!(key6 === "fact" || key6 === "moreThan")) {
                  const err30 = { instancePath, schemaPath: "#/oneOf/6/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.oneOf[6], data };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              }
              if (data.fact !== void 0) {
                let data12 = data.fact;
                if (!(data12 === "role" || data12 === "data" || data12 === "channel" || data12 === "requestType" || data12 === "jurisdiction")) {
                  const err31 = { instancePath: instancePath + "/fact", schemaPath: "#/$defs/factName/enum", keyword: "enum", params: { allowedValues: schema46.enum }, message: "must be equal to one of the allowed values", schema: schema46.enum, parentSchema: schema46, data: data12 };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
              }
              if (data.moreThan !== void 0) {
                let data13 = data.moreThan;
                if (!(typeof data13 == "number" && isFinite(data13))) {
                  const err32 = { instancePath: instancePath + "/moreThan", schemaPath: "#/oneOf/6/properties/moreThan/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema45.oneOf[6].properties.moreThan.type, parentSchema: schema45.oneOf[6].properties.moreThan, data: data13 };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              }
            }
            var _valid0 = _errs35 === errors;
            if (_valid0 && valid0) {
              valid0 = false;
              passing0 = [passing0, 6];
            } else {
              if (_valid0) {
                valid0 = true;
                passing0 = 6;
                if (props1 !== true) {
                  props1 = true;
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    const err33 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema45.oneOf, parentSchema: schema45, data };
    if (vErrors === null) {
      vErrors = [err33];
    } else {
      vErrors.push(err33);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  validate24.errors = vErrors;
  evaluated0.props = props1;
  return errors === 0;
}
validate24.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema53 = { "type": "object", "additionalProperties": false, "required": ["says", "firstDay", "shortMonth", "lastDayClosed", "hours", "citation"], "properties": { "says": { "$ref": "#/$defs/text" }, "firstDay": { "enum": ["excluded", "included"] }, "shortMonth": { "enum": ["last-day", "next-day", "refuse"] }, "lastDayClosed": { "enum": ["keep", "next-open", "previous-open", "unspecified"] }, "hours": { "enum": ["elapsed", "from-next-full-hour"] }, "closed": { "type": "object", "additionalProperties": false, "required": ["weekdays", "holidays"], "properties": { "weekdays": { "type": "array", "uniqueItems": true, "maxItems": 6, "items": { "type": "integer", "minimum": 1, "maximum": 7 } }, "holidays": { "anyOf": [{ "enum": ["jurisdiction", "none"] }, { "type": "string", "pattern": "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }] } } }, "minOpenDays": { "type": "object", "additionalProperties": false, "required": ["open", "ifDays"], "properties": { "open": { "type": "integer", "minimum": 1, "maximum": 10 }, "ifDays": { "type": "integer", "minimum": 1, "maximum": 100 } } }, "citation": { "$ref": "#/$defs/citation" } } };
var pattern17 = new RegExp("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", "u");
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
    if (data.says === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.firstDay === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "firstDay" }, message: "must have required property 'firstDay'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.shortMonth === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "shortMonth" }, message: "must have required property 'shortMonth'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.lastDayClosed === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lastDayClosed" }, message: "must have required property 'lastDayClosed'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.hours === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "hours" }, message: "must have required property 'hours'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.citation === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "says" || key0 === "firstDay" || key0 === "shortMonth" || key0 === "lastDayClosed" || key0 === "hours" || key0 === "closed" || key0 === "minOpenDays" || key0 === "citation")) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema53, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.says !== void 0) {
      let data0 = data.says;
      if (typeof data0 === "string") {
        if (func2(data0) > 2e3) {
          const err7 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err8 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!pattern5.test(data0)) {
          const err9 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data0 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data0 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.firstDay !== void 0) {
      let data1 = data.firstDay;
      if (!(data1 === "excluded" || data1 === "included")) {
        const err11 = { instancePath: instancePath + "/firstDay", schemaPath: "#/properties/firstDay/enum", keyword: "enum", params: { allowedValues: schema53.properties.firstDay.enum }, message: "must be equal to one of the allowed values", schema: schema53.properties.firstDay.enum, parentSchema: schema53.properties.firstDay, data: data1 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.shortMonth !== void 0) {
      let data2 = data.shortMonth;
      if (!(data2 === "last-day" || data2 === "next-day" || data2 === "refuse")) {
        const err12 = { instancePath: instancePath + "/shortMonth", schemaPath: "#/properties/shortMonth/enum", keyword: "enum", params: { allowedValues: schema53.properties.shortMonth.enum }, message: "must be equal to one of the allowed values", schema: schema53.properties.shortMonth.enum, parentSchema: schema53.properties.shortMonth, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.lastDayClosed !== void 0) {
      let data3 = data.lastDayClosed;
      if (!(data3 === "keep" || data3 === "next-open" || data3 === "previous-open" || data3 === "unspecified")) {
        const err13 = { instancePath: instancePath + "/lastDayClosed", schemaPath: "#/properties/lastDayClosed/enum", keyword: "enum", params: { allowedValues: schema53.properties.lastDayClosed.enum }, message: "must be equal to one of the allowed values", schema: schema53.properties.lastDayClosed.enum, parentSchema: schema53.properties.lastDayClosed, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.hours !== void 0) {
      let data4 = data.hours;
      if (!(data4 === "elapsed" || data4 === "from-next-full-hour")) {
        const err14 = { instancePath: instancePath + "/hours", schemaPath: "#/properties/hours/enum", keyword: "enum", params: { allowedValues: schema53.properties.hours.enum }, message: "must be equal to one of the allowed values", schema: schema53.properties.hours.enum, parentSchema: schema53.properties.hours, data: data4 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.closed !== void 0) {
      let data5 = data.closed;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.weekdays === void 0) {
          const err15 = { instancePath: instancePath + "/closed", schemaPath: "#/properties/closed/required", keyword: "required", params: { missingProperty: "weekdays" }, message: "must have required property 'weekdays'", schema: schema53.properties.closed.required, parentSchema: schema53.properties.closed, data: data5 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data5.holidays === void 0) {
          const err16 = { instancePath: instancePath + "/closed", schemaPath: "#/properties/closed/required", keyword: "required", params: { missingProperty: "holidays" }, message: "must have required property 'holidays'", schema: schema53.properties.closed.required, parentSchema: schema53.properties.closed, data: data5 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        for (const key1 in data5) {
          if (!(key1 === "weekdays" || key1 === "holidays")) {
            const err17 = { instancePath: instancePath + "/closed", schemaPath: "#/properties/closed/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema53.properties.closed, data: data5 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data5.weekdays !== void 0) {
          let data6 = data5.weekdays;
          if (Array.isArray(data6)) {
            if (data6.length > 6) {
              const err18 = { instancePath: instancePath + "/closed/weekdays", schemaPath: "#/properties/closed/properties/weekdays/maxItems", keyword: "maxItems", params: { limit: 6 }, message: "must NOT have more than 6 items", schema: 6, parentSchema: schema53.properties.closed.properties.weekdays, data: data6 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            const len0 = data6.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data7 = data6[i0];
              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                const err19 = { instancePath: instancePath + "/closed/weekdays/" + i0, schemaPath: "#/properties/closed/properties/weekdays/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.properties.closed.properties.weekdays.items.type, parentSchema: schema53.properties.closed.properties.weekdays.items, data: data7 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
              if (typeof data7 == "number" && isFinite(data7)) {
                if (data7 > 7 || isNaN(data7)) {
                  const err20 = { instancePath: instancePath + "/closed/weekdays/" + i0, schemaPath: "#/properties/closed/properties/weekdays/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 7 }, message: "must be <= 7", schema: 7, parentSchema: schema53.properties.closed.properties.weekdays.items, data: data7 };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
                if (data7 < 1 || isNaN(data7)) {
                  const err21 = { instancePath: instancePath + "/closed/weekdays/" + i0, schemaPath: "#/properties/closed/properties/weekdays/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema53.properties.closed.properties.weekdays.items, data: data7 };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
            }
            let i1 = data6.length;
            let j0;
            if (i1 > 1) {
              const indices0 = {};
              for (; i1--; ) {
                let item0 = data6[i1];
                if (!(typeof item0 == "number" && (!(item0 % 1) && !isNaN(item0)) && isFinite(item0))) {
                  continue;
                }
                if (typeof indices0[item0] == "number") {
                  j0 = indices0[item0];
                  const err22 = { instancePath: instancePath + "/closed/weekdays", schemaPath: "#/properties/closed/properties/weekdays/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema53.properties.closed.properties.weekdays, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i1;
              }
            }
          } else {
            const err23 = { instancePath: instancePath + "/closed/weekdays", schemaPath: "#/properties/closed/properties/weekdays/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema53.properties.closed.properties.weekdays.type, parentSchema: schema53.properties.closed.properties.weekdays, data: data6 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data5.holidays !== void 0) {
          let data8 = data5.holidays;
          const _errs17 = errors;
          let valid6 = false;
          const _errs18 = errors;
          if (!(data8 === "jurisdiction" || data8 === "none")) {
            const err24 = { instancePath: instancePath + "/closed/holidays", schemaPath: "#/properties/closed/properties/holidays/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema53.properties.closed.properties.holidays.anyOf[0].enum }, message: "must be equal to one of the allowed values", schema: schema53.properties.closed.properties.holidays.anyOf[0].enum, parentSchema: schema53.properties.closed.properties.holidays.anyOf[0], data: data8 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
          var _valid0 = _errs18 === errors;
          valid6 = valid6 || _valid0;
          const _errs19 = errors;
          if (typeof data8 === "string") {
            if (!pattern17.test(data8)) {
              const err25 = { instancePath: instancePath + "/closed/holidays", schemaPath: "#/properties/closed/properties/holidays/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }, message: 'must match pattern "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"', schema: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", parentSchema: schema53.properties.closed.properties.holidays.anyOf[1], data: data8 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/closed/holidays", schemaPath: "#/properties/closed/properties/holidays/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema53.properties.closed.properties.holidays.anyOf[1].type, parentSchema: schema53.properties.closed.properties.holidays.anyOf[1], data: data8 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          var _valid0 = _errs19 === errors;
          valid6 = valid6 || _valid0;
          if (!valid6) {
            const err27 = { instancePath: instancePath + "/closed/holidays", schemaPath: "#/properties/closed/properties/holidays/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema53.properties.closed.properties.holidays.anyOf, parentSchema: schema53.properties.closed.properties.holidays, data: data8 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          } else {
            errors = _errs17;
            if (vErrors !== null) {
              if (_errs17) {
                vErrors.length = _errs17;
              } else {
                vErrors = null;
              }
            }
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/closed", schemaPath: "#/properties/closed/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema53.properties.closed.type, parentSchema: schema53.properties.closed, data: data5 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.minOpenDays !== void 0) {
      let data9 = data.minOpenDays;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.open === void 0) {
          const err29 = { instancePath: instancePath + "/minOpenDays", schemaPath: "#/properties/minOpenDays/required", keyword: "required", params: { missingProperty: "open" }, message: "must have required property 'open'", schema: schema53.properties.minOpenDays.required, parentSchema: schema53.properties.minOpenDays, data: data9 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data9.ifDays === void 0) {
          const err30 = { instancePath: instancePath + "/minOpenDays", schemaPath: "#/properties/minOpenDays/required", keyword: "required", params: { missingProperty: "ifDays" }, message: "must have required property 'ifDays'", schema: schema53.properties.minOpenDays.required, parentSchema: schema53.properties.minOpenDays, data: data9 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        for (const key2 in data9) {
          if (!(key2 === "open" || key2 === "ifDays")) {
            const err31 = { instancePath: instancePath + "/minOpenDays", schemaPath: "#/properties/minOpenDays/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema53.properties.minOpenDays, data: data9 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data9.open !== void 0) {
          let data10 = data9.open;
          if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
            const err32 = { instancePath: instancePath + "/minOpenDays/open", schemaPath: "#/properties/minOpenDays/properties/open/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.properties.minOpenDays.properties.open.type, parentSchema: schema53.properties.minOpenDays.properties.open, data: data10 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 10 || isNaN(data10)) {
              const err33 = { instancePath: instancePath + "/minOpenDays/open", schemaPath: "#/properties/minOpenDays/properties/open/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema53.properties.minOpenDays.properties.open, data: data10 };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            if (data10 < 1 || isNaN(data10)) {
              const err34 = { instancePath: instancePath + "/minOpenDays/open", schemaPath: "#/properties/minOpenDays/properties/open/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema53.properties.minOpenDays.properties.open, data: data10 };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          }
        }
        if (data9.ifDays !== void 0) {
          let data11 = data9.ifDays;
          if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
            const err35 = { instancePath: instancePath + "/minOpenDays/ifDays", schemaPath: "#/properties/minOpenDays/properties/ifDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.properties.minOpenDays.properties.ifDays.type, parentSchema: schema53.properties.minOpenDays.properties.ifDays, data: data11 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 100 || isNaN(data11)) {
              const err36 = { instancePath: instancePath + "/minOpenDays/ifDays", schemaPath: "#/properties/minOpenDays/properties/ifDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema53.properties.minOpenDays.properties.ifDays, data: data11 };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data11 < 1 || isNaN(data11)) {
              const err37 = { instancePath: instancePath + "/minOpenDays/ifDays", schemaPath: "#/properties/minOpenDays/properties/ifDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema53.properties.minOpenDays.properties.ifDays, data: data11 };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/minOpenDays", schemaPath: "#/properties/minOpenDays/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema53.properties.minOpenDays.type, parentSchema: schema53.properties.minOpenDays, data: data9 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.citation !== void 0) {
      if (!validate21(data.citation, { instancePath: instancePath + "/citation", parentData: data, parentDataProperty: "citation", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema53.type, parentSchema: schema53, data };
    if (vErrors === null) {
      vErrors = [err39];
    } else {
      vErrors.push(err39);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema55 = { "type": "object", "additionalProperties": false, "required": ["id", "duty", "types", "bearer", "starts", "endedBy", "terms"], "properties": { "id": { "enum": ["acknowledge", "respond", "extension-notice", "forward-to-controller", "stop-processing", "destroy-sample", "appeal-decision", "notify-recipients", "erase-backups", "inform"] }, "duty": { "$ref": "#/$defs/text" }, "types": { "$ref": "#/$defs/types" }, "bearer": { "enum": ["principal", "agent"] }, "starts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/start" } }, "endedBy": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/mark" } }, "obviatedBy": { "$ref": "#/$defs/mark" }, "terms": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/term" } } } };
var schema60 = { "enum": ["requested", "received", "recognised", "authenticated", "id-requested", "id-received", "clarification-asked", "clarification-answered", "fee-asked", "fee-paid", "acknowledged", "extension-noticed", "answered", "withdrawn", "appealed", "hold-placed", "hold-lifted", "data-obtained"] };
var schema57 = { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/type" } };
var schema58 = { "enum": ["access", "information", "rectification", "erasure", "restriction", "objection", "portability", "withdraw-consent", "opt-out", "limit", "destroy-sample", "accounting", "shine-the-light", "automated-decision", "complaint", "appeal"] };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema57, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (!(data0 === "access" || data0 === "information" || data0 === "rectification" || data0 === "erasure" || data0 === "restriction" || data0 === "objection" || data0 === "portability" || data0 === "withdraw-consent" || data0 === "opt-out" || data0 === "limit" || data0 === "destroy-sample" || data0 === "accounting" || data0 === "shine-the-light" || data0 === "automated-decision" || data0 === "complaint" || data0 === "appeal")) {
        const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/type/enum", keyword: "enum", params: { allowedValues: schema58.enum }, message: "must be equal to one of the allowed values", schema: schema58.enum, parentSchema: schema58, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    let i1 = data.length;
    let j0;
    if (i1 > 1) {
      outer0: for (; i1--; ) {
        for (j0 = i1; j0--; ) {
          if (func0(data[i1], data[j0])) {
            const err2 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema57, data };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
            break outer0;
          }
        }
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema57.type, parentSchema: schema57, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema59 = { "type": "object", "additionalProperties": false, "required": ["mark"], "properties": { "mark": { "$ref": "#/$defs/mark" }, "ifMarked": { "$ref": "#/$defs/mark" }, "orElse": { "$ref": "#/$defs/mark" } } };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.mark === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mark" }, message: "must have required property 'mark'", schema: schema59.required, parentSchema: schema59, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "mark" || key0 === "ifMarked" || key0 === "orElse")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema59, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.mark !== void 0) {
      let data0 = data.mark;
      if (!(data0 === "requested" || data0 === "received" || data0 === "recognised" || data0 === "authenticated" || data0 === "id-requested" || data0 === "id-received" || data0 === "clarification-asked" || data0 === "clarification-answered" || data0 === "fee-asked" || data0 === "fee-paid" || data0 === "acknowledged" || data0 === "extension-noticed" || data0 === "answered" || data0 === "withdrawn" || data0 === "appealed" || data0 === "hold-placed" || data0 === "hold-lifted" || data0 === "data-obtained")) {
        const err2 = { instancePath: instancePath + "/mark", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.ifMarked !== void 0) {
      let data1 = data.ifMarked;
      if (!(data1 === "requested" || data1 === "received" || data1 === "recognised" || data1 === "authenticated" || data1 === "id-requested" || data1 === "id-received" || data1 === "clarification-asked" || data1 === "clarification-answered" || data1 === "fee-asked" || data1 === "fee-paid" || data1 === "acknowledged" || data1 === "extension-noticed" || data1 === "answered" || data1 === "withdrawn" || data1 === "appealed" || data1 === "hold-placed" || data1 === "hold-lifted" || data1 === "data-obtained")) {
        const err3 = { instancePath: instancePath + "/ifMarked", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.orElse !== void 0) {
      let data2 = data.orElse;
      if (!(data2 === "requested" || data2 === "received" || data2 === "recognised" || data2 === "authenticated" || data2 === "id-requested" || data2 === "id-received" || data2 === "clarification-asked" || data2 === "clarification-answered" || data2 === "fee-asked" || data2 === "fee-paid" || data2 === "acknowledged" || data2 === "extension-noticed" || data2 === "answered" || data2 === "withdrawn" || data2 === "appealed" || data2 === "hold-placed" || data2 === "hold-lifted" || data2 === "data-obtained")) {
        const err4 = { instancePath: instancePath + "/orElse", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema59.type, parentSchema: schema59, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema65 = { "type": "object", "additionalProperties": false, "required": ["from", "status", "citation"], "anyOf": [{ "required": ["within", "counting"] }, { "required": ["standard"] }], "properties": { "from": { "$ref": "#/$defs/date" }, "until": { "$ref": "#/$defs/date" }, "status": { "enum": ["in-force", "superseded", "proposed"] }, "types": { "$ref": "#/$defs/types" }, "when": { "$ref": "#/$defs/condition" }, "starts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/start" } }, "within": { "$ref": "#/$defs/period" }, "counting": { "$ref": "#/$defs/id" }, "standard": { "$ref": "#/$defs/text" }, "practiceTarget": { "type": "object", "additionalProperties": false, "required": ["within", "counting", "basis"], "properties": { "within": { "$ref": "#/$defs/period" }, "counting": { "$ref": "#/$defs/id" }, "basis": { "$ref": "#/$defs/text" } } }, "extension": { "type": "object", "additionalProperties": false, "required": ["noticeBy", "grounds", "citation"], "properties": { "total": { "$ref": "#/$defs/period" }, "noticeBy": { "oneOf": [{ "const": "first-deadline" }, { "type": "object", "additionalProperties": false, "required": ["within", "from", "orElse"], "properties": { "within": { "$ref": "#/$defs/period" }, "from": { "$ref": "#/$defs/mark" }, "orElse": { "$ref": "#/$defs/mark" } } }] }, "grounds": { "type": "array", "minItems": 1, "items": { "type": "object", "additionalProperties": false, "required": ["id", "says"], "properties": { "id": { "$ref": "#/$defs/id" }, "says": { "$ref": "#/$defs/text" } } } }, "fromFirstEnd": { "type": "object", "additionalProperties": false, "required": ["says", "within", "citation"], "properties": { "says": { "$ref": "#/$defs/text" }, "within": { "$ref": "#/$defs/period" }, "citation": { "$ref": "#/$defs/citation" } } }, "citation": { "$ref": "#/$defs/citation" } } }, "pauses": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["from", "to", "effect", "force", "citation"], "properties": { "from": { "$ref": "#/$defs/mark" }, "to": { "$ref": "#/$defs/mark" }, "types": { "$ref": "#/$defs/types" }, "effect": { "enum": ["inclusive", "between", "restart", "allowed"] }, "after": { "$ref": "#/$defs/period" }, "force": { "enum": ["law", "practice"] }, "citation": { "$ref": "#/$defs/citation" } } } }, "readings": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "says", "citation"], "properties": { "id": { "$ref": "#/$defs/id" }, "says": { "$ref": "#/$defs/text" }, "counting": { "$ref": "#/$defs/id" }, "within": { "$ref": "#/$defs/period" }, "citation": { "$ref": "#/$defs/citation" } } } }, "note": { "$ref": "#/$defs/text" }, "citation": { "$ref": "#/$defs/citation" } } };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.within === void 0) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "within" }, message: "must have required property 'within'", schema: schema65.anyOf[0].required, parentSchema: schema65.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.counting === void 0) {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "counting" }, message: "must have required property 'counting'", schema: schema65.anyOf[0].required, parentSchema: schema65.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.standard === void 0) {
      const err2 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "standard" }, message: "must have required property 'standard'", schema: schema65.anyOf[1].required, parentSchema: schema65.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema65.anyOf, parentSchema: schema65, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.from === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema65.required, parentSchema: schema65, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'", schema: schema65.required, parentSchema: schema65, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.citation === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema65.required, parentSchema: schema65, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema65.properties, key0)) {
        const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65, data };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data0 = data.from;
      if (typeof data0 === "string") {
        if (!formats0.validate(data0)) {
          const err8 = { instancePath: instancePath + "/from", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema39, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/from", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.type, parentSchema: schema39, data: data0 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data1 = data.until;
      if (typeof data1 === "string") {
        if (!formats0.validate(data1)) {
          const err10 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema39, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.type, parentSchema: schema39, data: data1 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data2 = data.status;
      if (!(data2 === "in-force" || data2 === "superseded" || data2 === "proposed")) {
        const err12 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema65.properties.status.enum }, message: "must be equal to one of the allowed values", schema: schema65.properties.status.enum, parentSchema: schema65.properties.status, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.types !== void 0) {
      if (!validate32(data.types, { instancePath: instancePath + "/types", parentData: data, parentDataProperty: "types", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
    if (data.when !== void 0) {
      if (!validate24(data.when, { instancePath: instancePath + "/when", parentData: data, parentDataProperty: "when", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.starts !== void 0) {
      let data5 = data.starts;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          const err13 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema65.properties.starts, data: data5 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate34(data5[i0], { instancePath: instancePath + "/starts/" + i0, parentData: data5, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema65.properties.starts.type, parentSchema: schema65.properties.starts, data: data5 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.within !== void 0) {
      let data7 = data.within;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        if (data7.n === void 0) {
          const err15 = { instancePath: instancePath + "/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data7 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data7.unit === void 0) {
          const err16 = { instancePath: instancePath + "/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data7 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        for (const key1 in data7) {
          if (!(key1 === "n" || key1 === "unit")) {
            const err17 = { instancePath: instancePath + "/within", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data7 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data7.n !== void 0) {
          let data8 = data7.n;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err18 = { instancePath: instancePath + "/within/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data8 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 1e3 || isNaN(data8)) {
              const err19 = { instancePath: instancePath + "/within/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data8 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data8 < 1 || isNaN(data8)) {
              const err20 = { instancePath: instancePath + "/within/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data8 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        }
        if (data7.unit !== void 0) {
          let data9 = data7.unit;
          if (!(data9 === "hours" || data9 === "days" || data9 === "working-days" || data9 === "weeks" || data9 === "months" || data9 === "years")) {
            const err21 = { instancePath: instancePath + "/within/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data9 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/within", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data7 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.counting !== void 0) {
      let data10 = data.counting;
      if (typeof data10 === "string") {
        if (func2(data10) > 64) {
          const err23 = { instancePath: instancePath + "/counting", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data10 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (!pattern4.test(data10)) {
          const err24 = { instancePath: instancePath + "/counting", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data10 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/counting", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data10 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.standard !== void 0) {
      let data11 = data.standard;
      if (typeof data11 === "string") {
        if (func2(data11) > 2e3) {
          const err26 = { instancePath: instancePath + "/standard", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data11 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (func2(data11) < 1) {
          const err27 = { instancePath: instancePath + "/standard", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data11 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (!pattern5.test(data11)) {
          const err28 = { instancePath: instancePath + "/standard", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data11 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/standard", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data11 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.practiceTarget !== void 0) {
      let data12 = data.practiceTarget;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        if (data12.within === void 0) {
          const err30 = { instancePath: instancePath + "/practiceTarget", schemaPath: "#/properties/practiceTarget/required", keyword: "required", params: { missingProperty: "within" }, message: "must have required property 'within'", schema: schema65.properties.practiceTarget.required, parentSchema: schema65.properties.practiceTarget, data: data12 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data12.counting === void 0) {
          const err31 = { instancePath: instancePath + "/practiceTarget", schemaPath: "#/properties/practiceTarget/required", keyword: "required", params: { missingProperty: "counting" }, message: "must have required property 'counting'", schema: schema65.properties.practiceTarget.required, parentSchema: schema65.properties.practiceTarget, data: data12 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (data12.basis === void 0) {
          const err32 = { instancePath: instancePath + "/practiceTarget", schemaPath: "#/properties/practiceTarget/required", keyword: "required", params: { missingProperty: "basis" }, message: "must have required property 'basis'", schema: schema65.properties.practiceTarget.required, parentSchema: schema65.properties.practiceTarget, data: data12 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        for (const key2 in data12) {
          if (!(key2 === "within" || key2 === "counting" || key2 === "basis")) {
            const err33 = { instancePath: instancePath + "/practiceTarget", schemaPath: "#/properties/practiceTarget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65.properties.practiceTarget, data: data12 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data12.within !== void 0) {
          let data13 = data12.within;
          if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
            if (data13.n === void 0) {
              const err34 = { instancePath: instancePath + "/practiceTarget/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data13 };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data13.unit === void 0) {
              const err35 = { instancePath: instancePath + "/practiceTarget/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data13 };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            for (const key3 in data13) {
              if (!(key3 === "n" || key3 === "unit")) {
                const err36 = { instancePath: instancePath + "/practiceTarget/within", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data13 };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data13.n !== void 0) {
              let data14 = data13.n;
              if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                const err37 = { instancePath: instancePath + "/practiceTarget/within/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data14 };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
              if (typeof data14 == "number" && isFinite(data14)) {
                if (data14 > 1e3 || isNaN(data14)) {
                  const err38 = { instancePath: instancePath + "/practiceTarget/within/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data14 };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
                if (data14 < 1 || isNaN(data14)) {
                  const err39 = { instancePath: instancePath + "/practiceTarget/within/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data14 };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
              }
            }
            if (data13.unit !== void 0) {
              let data15 = data13.unit;
              if (!(data15 === "hours" || data15 === "days" || data15 === "working-days" || data15 === "weeks" || data15 === "months" || data15 === "years")) {
                const err40 = { instancePath: instancePath + "/practiceTarget/within/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data15 };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
          } else {
            const err41 = { instancePath: instancePath + "/practiceTarget/within", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data13 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data12.counting !== void 0) {
          let data16 = data12.counting;
          if (typeof data16 === "string") {
            if (func2(data16) > 64) {
              const err42 = { instancePath: instancePath + "/practiceTarget/counting", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data16 };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (!pattern4.test(data16)) {
              const err43 = { instancePath: instancePath + "/practiceTarget/counting", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data16 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          } else {
            const err44 = { instancePath: instancePath + "/practiceTarget/counting", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data16 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data12.basis !== void 0) {
          let data17 = data12.basis;
          if (typeof data17 === "string") {
            if (func2(data17) > 2e3) {
              const err45 = { instancePath: instancePath + "/practiceTarget/basis", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data17 };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (func2(data17) < 1) {
              const err46 = { instancePath: instancePath + "/practiceTarget/basis", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data17 };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            if (!pattern5.test(data17)) {
              const err47 = { instancePath: instancePath + "/practiceTarget/basis", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data17 };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
          } else {
            const err48 = { instancePath: instancePath + "/practiceTarget/basis", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data17 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
      } else {
        const err49 = { instancePath: instancePath + "/practiceTarget", schemaPath: "#/properties/practiceTarget/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.properties.practiceTarget.type, parentSchema: schema65.properties.practiceTarget, data: data12 };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.extension !== void 0) {
      let data18 = data.extension;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        if (data18.noticeBy === void 0) {
          const err50 = { instancePath: instancePath + "/extension", schemaPath: "#/properties/extension/required", keyword: "required", params: { missingProperty: "noticeBy" }, message: "must have required property 'noticeBy'", schema: schema65.properties.extension.required, parentSchema: schema65.properties.extension, data: data18 };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
        if (data18.grounds === void 0) {
          const err51 = { instancePath: instancePath + "/extension", schemaPath: "#/properties/extension/required", keyword: "required", params: { missingProperty: "grounds" }, message: "must have required property 'grounds'", schema: schema65.properties.extension.required, parentSchema: schema65.properties.extension, data: data18 };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
        if (data18.citation === void 0) {
          const err52 = { instancePath: instancePath + "/extension", schemaPath: "#/properties/extension/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema65.properties.extension.required, parentSchema: schema65.properties.extension, data: data18 };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
        for (const key4 in data18) {
          if (!(key4 === "total" || key4 === "noticeBy" || key4 === "grounds" || key4 === "fromFirstEnd" || key4 === "citation")) {
            const err53 = { instancePath: instancePath + "/extension", schemaPath: "#/properties/extension/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65.properties.extension, data: data18 };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        if (data18.total !== void 0) {
          let data19 = data18.total;
          if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            if (data19.n === void 0) {
              const err54 = { instancePath: instancePath + "/extension/total", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data19 };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            if (data19.unit === void 0) {
              const err55 = { instancePath: instancePath + "/extension/total", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data19 };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
            for (const key5 in data19) {
              if (!(key5 === "n" || key5 === "unit")) {
                const err56 = { instancePath: instancePath + "/extension/total", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data19 };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data19.n !== void 0) {
              let data20 = data19.n;
              if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                const err57 = { instancePath: instancePath + "/extension/total/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data20 };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
              if (typeof data20 == "number" && isFinite(data20)) {
                if (data20 > 1e3 || isNaN(data20)) {
                  const err58 = { instancePath: instancePath + "/extension/total/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
                if (data20 < 1 || isNaN(data20)) {
                  const err59 = { instancePath: instancePath + "/extension/total/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
              }
            }
            if (data19.unit !== void 0) {
              let data21 = data19.unit;
              if (!(data21 === "hours" || data21 === "days" || data21 === "working-days" || data21 === "weeks" || data21 === "months" || data21 === "years")) {
                const err60 = { instancePath: instancePath + "/extension/total/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data21 };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          } else {
            const err61 = { instancePath: instancePath + "/extension/total", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data19 };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data18.noticeBy !== void 0) {
          let data22 = data18.noticeBy;
          const _errs57 = errors;
          let valid18 = false;
          let passing0 = null;
          const _errs58 = errors;
          if ("first-deadline" !== data22) {
            const err62 = { instancePath: instancePath + "/extension/noticeBy", schemaPath: "#/properties/extension/properties/noticeBy/oneOf/0/const", keyword: "const", params: { allowedValue: "first-deadline" }, message: "must be equal to constant", schema: "first-deadline", parentSchema: schema65.properties.extension.properties.noticeBy.oneOf[0], data: data22 };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
          var _valid1 = _errs58 === errors;
          if (_valid1) {
            valid18 = true;
            passing0 = 0;
          }
          const _errs59 = errors;
          if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
            if (data22.within === void 0) {
              const err63 = { instancePath: instancePath + "/extension/noticeBy", schemaPath: "#/properties/extension/properties/noticeBy/oneOf/1/required", keyword: "required", params: { missingProperty: "within" }, message: "must have required property 'within'", schema: schema65.properties.extension.properties.noticeBy.oneOf[1].required, parentSchema: schema65.properties.extension.properties.noticeBy.oneOf[1], data: data22 };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
            if (data22.from === void 0) {
              const err64 = { instancePath: instancePath + "/extension/noticeBy", schemaPath: "#/properties/extension/properties/noticeBy/oneOf/1/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema65.properties.extension.properties.noticeBy.oneOf[1].required, parentSchema: schema65.properties.extension.properties.noticeBy.oneOf[1], data: data22 };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
            if (data22.orElse === void 0) {
              const err65 = { instancePath: instancePath + "/extension/noticeBy", schemaPath: "#/properties/extension/properties/noticeBy/oneOf/1/required", keyword: "required", params: { missingProperty: "orElse" }, message: "must have required property 'orElse'", schema: schema65.properties.extension.properties.noticeBy.oneOf[1].required, parentSchema: schema65.properties.extension.properties.noticeBy.oneOf[1], data: data22 };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
            for (const key6 in data22) {
              if (!(key6 === "within" || key6 === "from" || key6 === "orElse")) {
                const err66 = { instancePath: instancePath + "/extension/noticeBy", schemaPath: "#/properties/extension/properties/noticeBy/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65.properties.extension.properties.noticeBy.oneOf[1], data: data22 };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
            if (data22.within !== void 0) {
              let data23 = data22.within;
              if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                if (data23.n === void 0) {
                  const err67 = { instancePath: instancePath + "/extension/noticeBy/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data23 };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
                if (data23.unit === void 0) {
                  const err68 = { instancePath: instancePath + "/extension/noticeBy/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data23 };
                  if (vErrors === null) {
                    vErrors = [err68];
                  } else {
                    vErrors.push(err68);
                  }
                  errors++;
                }
                for (const key7 in data23) {
                  if (!(key7 === "n" || key7 === "unit")) {
                    const err69 = { instancePath: instancePath + "/extension/noticeBy/within", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data23 };
                    if (vErrors === null) {
                      vErrors = [err69];
                    } else {
                      vErrors.push(err69);
                    }
                    errors++;
                  }
                }
                if (data23.n !== void 0) {
                  let data24 = data23.n;
                  if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
                    const err70 = { instancePath: instancePath + "/extension/noticeBy/within/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data24 };
                    if (vErrors === null) {
                      vErrors = [err70];
                    } else {
                      vErrors.push(err70);
                    }
                    errors++;
                  }
                  if (typeof data24 == "number" && isFinite(data24)) {
                    if (data24 > 1e3 || isNaN(data24)) {
                      const err71 = { instancePath: instancePath + "/extension/noticeBy/within/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data24 };
                      if (vErrors === null) {
                        vErrors = [err71];
                      } else {
                        vErrors.push(err71);
                      }
                      errors++;
                    }
                    if (data24 < 1 || isNaN(data24)) {
                      const err72 = { instancePath: instancePath + "/extension/noticeBy/within/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data24 };
                      if (vErrors === null) {
                        vErrors = [err72];
                      } else {
                        vErrors.push(err72);
                      }
                      errors++;
                    }
                  }
                }
                if (data23.unit !== void 0) {
                  let data25 = data23.unit;
                  if (!(data25 === "hours" || data25 === "days" || data25 === "working-days" || data25 === "weeks" || data25 === "months" || data25 === "years")) {
                    const err73 = { instancePath: instancePath + "/extension/noticeBy/within/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data25 };
                    if (vErrors === null) {
                      vErrors = [err73];
                    } else {
                      vErrors.push(err73);
                    }
                    errors++;
                  }
                }
              } else {
                const err74 = { instancePath: instancePath + "/extension/noticeBy/within", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data23 };
                if (vErrors === null) {
                  vErrors = [err74];
                } else {
                  vErrors.push(err74);
                }
                errors++;
              }
            }
            if (data22.from !== void 0) {
              let data26 = data22.from;
              if (!(data26 === "requested" || data26 === "received" || data26 === "recognised" || data26 === "authenticated" || data26 === "id-requested" || data26 === "id-received" || data26 === "clarification-asked" || data26 === "clarification-answered" || data26 === "fee-asked" || data26 === "fee-paid" || data26 === "acknowledged" || data26 === "extension-noticed" || data26 === "answered" || data26 === "withdrawn" || data26 === "appealed" || data26 === "hold-placed" || data26 === "hold-lifted" || data26 === "data-obtained")) {
                const err75 = { instancePath: instancePath + "/extension/noticeBy/from", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data26 };
                if (vErrors === null) {
                  vErrors = [err75];
                } else {
                  vErrors.push(err75);
                }
                errors++;
              }
            }
            if (data22.orElse !== void 0) {
              let data27 = data22.orElse;
              if (!(data27 === "requested" || data27 === "received" || data27 === "recognised" || data27 === "authenticated" || data27 === "id-requested" || data27 === "id-received" || data27 === "clarification-asked" || data27 === "clarification-answered" || data27 === "fee-asked" || data27 === "fee-paid" || data27 === "acknowledged" || data27 === "extension-noticed" || data27 === "answered" || data27 === "withdrawn" || data27 === "appealed" || data27 === "hold-placed" || data27 === "hold-lifted" || data27 === "data-obtained")) {
                const err76 = { instancePath: instancePath + "/extension/noticeBy/orElse", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data27 };
                if (vErrors === null) {
                  vErrors = [err76];
                } else {
                  vErrors.push(err76);
                }
                errors++;
              }
            }
          } else {
            const err77 = { instancePath: instancePath + "/extension/noticeBy", schemaPath: "#/properties/extension/properties/noticeBy/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.properties.extension.properties.noticeBy.oneOf[1].type, parentSchema: schema65.properties.extension.properties.noticeBy.oneOf[1], data: data22 };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
          var _valid1 = _errs59 === errors;
          if (_valid1 && valid18) {
            valid18 = false;
            passing0 = [passing0, 1];
          } else {
            if (_valid1) {
              valid18 = true;
              passing0 = 1;
            }
          }
          if (!valid18) {
            const err78 = { instancePath: instancePath + "/extension/noticeBy", schemaPath: "#/properties/extension/properties/noticeBy/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema65.properties.extension.properties.noticeBy.oneOf, parentSchema: schema65.properties.extension.properties.noticeBy, data: data22 };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          } else {
            errors = _errs57;
            if (vErrors !== null) {
              if (_errs57) {
                vErrors.length = _errs57;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data18.grounds !== void 0) {
          let data28 = data18.grounds;
          if (Array.isArray(data28)) {
            if (data28.length < 1) {
              const err79 = { instancePath: instancePath + "/extension/grounds", schemaPath: "#/properties/extension/properties/grounds/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema65.properties.extension.properties.grounds, data: data28 };
              if (vErrors === null) {
                vErrors = [err79];
              } else {
                vErrors.push(err79);
              }
              errors++;
            }
            const len1 = data28.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data29 = data28[i1];
              if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                if (data29.id === void 0) {
                  const err80 = { instancePath: instancePath + "/extension/grounds/" + i1, schemaPath: "#/properties/extension/properties/grounds/items/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema65.properties.extension.properties.grounds.items.required, parentSchema: schema65.properties.extension.properties.grounds.items, data: data29 };
                  if (vErrors === null) {
                    vErrors = [err80];
                  } else {
                    vErrors.push(err80);
                  }
                  errors++;
                }
                if (data29.says === void 0) {
                  const err81 = { instancePath: instancePath + "/extension/grounds/" + i1, schemaPath: "#/properties/extension/properties/grounds/items/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'", schema: schema65.properties.extension.properties.grounds.items.required, parentSchema: schema65.properties.extension.properties.grounds.items, data: data29 };
                  if (vErrors === null) {
                    vErrors = [err81];
                  } else {
                    vErrors.push(err81);
                  }
                  errors++;
                }
                for (const key8 in data29) {
                  if (!(key8 === "id" || key8 === "says")) {
                    const err82 = { instancePath: instancePath + "/extension/grounds/" + i1, schemaPath: "#/properties/extension/properties/grounds/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65.properties.extension.properties.grounds.items, data: data29 };
                    if (vErrors === null) {
                      vErrors = [err82];
                    } else {
                      vErrors.push(err82);
                    }
                    errors++;
                  }
                }
                if (data29.id !== void 0) {
                  let data30 = data29.id;
                  if (typeof data30 === "string") {
                    if (func2(data30) > 64) {
                      const err83 = { instancePath: instancePath + "/extension/grounds/" + i1 + "/id", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data30 };
                      if (vErrors === null) {
                        vErrors = [err83];
                      } else {
                        vErrors.push(err83);
                      }
                      errors++;
                    }
                    if (!pattern4.test(data30)) {
                      const err84 = { instancePath: instancePath + "/extension/grounds/" + i1 + "/id", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data30 };
                      if (vErrors === null) {
                        vErrors = [err84];
                      } else {
                        vErrors.push(err84);
                      }
                      errors++;
                    }
                  } else {
                    const err85 = { instancePath: instancePath + "/extension/grounds/" + i1 + "/id", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data30 };
                    if (vErrors === null) {
                      vErrors = [err85];
                    } else {
                      vErrors.push(err85);
                    }
                    errors++;
                  }
                }
                if (data29.says !== void 0) {
                  let data31 = data29.says;
                  if (typeof data31 === "string") {
                    if (func2(data31) > 2e3) {
                      const err86 = { instancePath: instancePath + "/extension/grounds/" + i1 + "/says", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data31 };
                      if (vErrors === null) {
                        vErrors = [err86];
                      } else {
                        vErrors.push(err86);
                      }
                      errors++;
                    }
                    if (func2(data31) < 1) {
                      const err87 = { instancePath: instancePath + "/extension/grounds/" + i1 + "/says", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data31 };
                      if (vErrors === null) {
                        vErrors = [err87];
                      } else {
                        vErrors.push(err87);
                      }
                      errors++;
                    }
                    if (!pattern5.test(data31)) {
                      const err88 = { instancePath: instancePath + "/extension/grounds/" + i1 + "/says", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data31 };
                      if (vErrors === null) {
                        vErrors = [err88];
                      } else {
                        vErrors.push(err88);
                      }
                      errors++;
                    }
                  } else {
                    const err89 = { instancePath: instancePath + "/extension/grounds/" + i1 + "/says", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data31 };
                    if (vErrors === null) {
                      vErrors = [err89];
                    } else {
                      vErrors.push(err89);
                    }
                    errors++;
                  }
                }
              } else {
                const err90 = { instancePath: instancePath + "/extension/grounds/" + i1, schemaPath: "#/properties/extension/properties/grounds/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.properties.extension.properties.grounds.items.type, parentSchema: schema65.properties.extension.properties.grounds.items, data: data29 };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
            }
          } else {
            const err91 = { instancePath: instancePath + "/extension/grounds", schemaPath: "#/properties/extension/properties/grounds/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema65.properties.extension.properties.grounds.type, parentSchema: schema65.properties.extension.properties.grounds, data: data28 };
            if (vErrors === null) {
              vErrors = [err91];
            } else {
              vErrors.push(err91);
            }
            errors++;
          }
        }
        if (data18.fromFirstEnd !== void 0) {
          let data32 = data18.fromFirstEnd;
          if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
            if (data32.says === void 0) {
              const err92 = { instancePath: instancePath + "/extension/fromFirstEnd", schemaPath: "#/properties/extension/properties/fromFirstEnd/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'", schema: schema65.properties.extension.properties.fromFirstEnd.required, parentSchema: schema65.properties.extension.properties.fromFirstEnd, data: data32 };
              if (vErrors === null) {
                vErrors = [err92];
              } else {
                vErrors.push(err92);
              }
              errors++;
            }
            if (data32.within === void 0) {
              const err93 = { instancePath: instancePath + "/extension/fromFirstEnd", schemaPath: "#/properties/extension/properties/fromFirstEnd/required", keyword: "required", params: { missingProperty: "within" }, message: "must have required property 'within'", schema: schema65.properties.extension.properties.fromFirstEnd.required, parentSchema: schema65.properties.extension.properties.fromFirstEnd, data: data32 };
              if (vErrors === null) {
                vErrors = [err93];
              } else {
                vErrors.push(err93);
              }
              errors++;
            }
            if (data32.citation === void 0) {
              const err94 = { instancePath: instancePath + "/extension/fromFirstEnd", schemaPath: "#/properties/extension/properties/fromFirstEnd/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema65.properties.extension.properties.fromFirstEnd.required, parentSchema: schema65.properties.extension.properties.fromFirstEnd, data: data32 };
              if (vErrors === null) {
                vErrors = [err94];
              } else {
                vErrors.push(err94);
              }
              errors++;
            }
            for (const key9 in data32) {
              if (!(key9 === "says" || key9 === "within" || key9 === "citation")) {
                const err95 = { instancePath: instancePath + "/extension/fromFirstEnd", schemaPath: "#/properties/extension/properties/fromFirstEnd/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65.properties.extension.properties.fromFirstEnd, data: data32 };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
            }
            if (data32.says !== void 0) {
              let data33 = data32.says;
              if (typeof data33 === "string") {
                if (func2(data33) > 2e3) {
                  const err96 = { instancePath: instancePath + "/extension/fromFirstEnd/says", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data33 };
                  if (vErrors === null) {
                    vErrors = [err96];
                  } else {
                    vErrors.push(err96);
                  }
                  errors++;
                }
                if (func2(data33) < 1) {
                  const err97 = { instancePath: instancePath + "/extension/fromFirstEnd/says", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data33 };
                  if (vErrors === null) {
                    vErrors = [err97];
                  } else {
                    vErrors.push(err97);
                  }
                  errors++;
                }
                if (!pattern5.test(data33)) {
                  const err98 = { instancePath: instancePath + "/extension/fromFirstEnd/says", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data33 };
                  if (vErrors === null) {
                    vErrors = [err98];
                  } else {
                    vErrors.push(err98);
                  }
                  errors++;
                }
              } else {
                const err99 = { instancePath: instancePath + "/extension/fromFirstEnd/says", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data33 };
                if (vErrors === null) {
                  vErrors = [err99];
                } else {
                  vErrors.push(err99);
                }
                errors++;
              }
            }
            if (data32.within !== void 0) {
              let data34 = data32.within;
              if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                if (data34.n === void 0) {
                  const err100 = { instancePath: instancePath + "/extension/fromFirstEnd/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data34 };
                  if (vErrors === null) {
                    vErrors = [err100];
                  } else {
                    vErrors.push(err100);
                  }
                  errors++;
                }
                if (data34.unit === void 0) {
                  const err101 = { instancePath: instancePath + "/extension/fromFirstEnd/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data34 };
                  if (vErrors === null) {
                    vErrors = [err101];
                  } else {
                    vErrors.push(err101);
                  }
                  errors++;
                }
                for (const key10 in data34) {
                  if (!(key10 === "n" || key10 === "unit")) {
                    const err102 = { instancePath: instancePath + "/extension/fromFirstEnd/within", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data34 };
                    if (vErrors === null) {
                      vErrors = [err102];
                    } else {
                      vErrors.push(err102);
                    }
                    errors++;
                  }
                }
                if (data34.n !== void 0) {
                  let data35 = data34.n;
                  if (!(typeof data35 == "number" && (!(data35 % 1) && !isNaN(data35)) && isFinite(data35))) {
                    const err103 = { instancePath: instancePath + "/extension/fromFirstEnd/within/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data35 };
                    if (vErrors === null) {
                      vErrors = [err103];
                    } else {
                      vErrors.push(err103);
                    }
                    errors++;
                  }
                  if (typeof data35 == "number" && isFinite(data35)) {
                    if (data35 > 1e3 || isNaN(data35)) {
                      const err104 = { instancePath: instancePath + "/extension/fromFirstEnd/within/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data35 };
                      if (vErrors === null) {
                        vErrors = [err104];
                      } else {
                        vErrors.push(err104);
                      }
                      errors++;
                    }
                    if (data35 < 1 || isNaN(data35)) {
                      const err105 = { instancePath: instancePath + "/extension/fromFirstEnd/within/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data35 };
                      if (vErrors === null) {
                        vErrors = [err105];
                      } else {
                        vErrors.push(err105);
                      }
                      errors++;
                    }
                  }
                }
                if (data34.unit !== void 0) {
                  let data36 = data34.unit;
                  if (!(data36 === "hours" || data36 === "days" || data36 === "working-days" || data36 === "weeks" || data36 === "months" || data36 === "years")) {
                    const err106 = { instancePath: instancePath + "/extension/fromFirstEnd/within/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data36 };
                    if (vErrors === null) {
                      vErrors = [err106];
                    } else {
                      vErrors.push(err106);
                    }
                    errors++;
                  }
                }
              } else {
                const err107 = { instancePath: instancePath + "/extension/fromFirstEnd/within", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data34 };
                if (vErrors === null) {
                  vErrors = [err107];
                } else {
                  vErrors.push(err107);
                }
                errors++;
              }
            }
            if (data32.citation !== void 0) {
              if (!validate21(data32.citation, { instancePath: instancePath + "/extension/fromFirstEnd/citation", parentData: data32, parentDataProperty: "citation", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err108 = { instancePath: instancePath + "/extension/fromFirstEnd", schemaPath: "#/properties/extension/properties/fromFirstEnd/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.properties.extension.properties.fromFirstEnd.type, parentSchema: schema65.properties.extension.properties.fromFirstEnd, data: data32 };
            if (vErrors === null) {
              vErrors = [err108];
            } else {
              vErrors.push(err108);
            }
            errors++;
          }
        }
        if (data18.citation !== void 0) {
          if (!validate21(data18.citation, { instancePath: instancePath + "/extension/citation", parentData: data18, parentDataProperty: "citation", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err109 = { instancePath: instancePath + "/extension", schemaPath: "#/properties/extension/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.properties.extension.type, parentSchema: schema65.properties.extension, data: data18 };
        if (vErrors === null) {
          vErrors = [err109];
        } else {
          vErrors.push(err109);
        }
        errors++;
      }
    }
    if (data.pauses !== void 0) {
      let data39 = data.pauses;
      if (Array.isArray(data39)) {
        const len2 = data39.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data40 = data39[i2];
          if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
            if (data40.from === void 0) {
              const err110 = { instancePath: instancePath + "/pauses/" + i2, schemaPath: "#/properties/pauses/items/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema65.properties.pauses.items.required, parentSchema: schema65.properties.pauses.items, data: data40 };
              if (vErrors === null) {
                vErrors = [err110];
              } else {
                vErrors.push(err110);
              }
              errors++;
            }
            if (data40.to === void 0) {
              const err111 = { instancePath: instancePath + "/pauses/" + i2, schemaPath: "#/properties/pauses/items/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'", schema: schema65.properties.pauses.items.required, parentSchema: schema65.properties.pauses.items, data: data40 };
              if (vErrors === null) {
                vErrors = [err111];
              } else {
                vErrors.push(err111);
              }
              errors++;
            }
            if (data40.effect === void 0) {
              const err112 = { instancePath: instancePath + "/pauses/" + i2, schemaPath: "#/properties/pauses/items/required", keyword: "required", params: { missingProperty: "effect" }, message: "must have required property 'effect'", schema: schema65.properties.pauses.items.required, parentSchema: schema65.properties.pauses.items, data: data40 };
              if (vErrors === null) {
                vErrors = [err112];
              } else {
                vErrors.push(err112);
              }
              errors++;
            }
            if (data40.force === void 0) {
              const err113 = { instancePath: instancePath + "/pauses/" + i2, schemaPath: "#/properties/pauses/items/required", keyword: "required", params: { missingProperty: "force" }, message: "must have required property 'force'", schema: schema65.properties.pauses.items.required, parentSchema: schema65.properties.pauses.items, data: data40 };
              if (vErrors === null) {
                vErrors = [err113];
              } else {
                vErrors.push(err113);
              }
              errors++;
            }
            if (data40.citation === void 0) {
              const err114 = { instancePath: instancePath + "/pauses/" + i2, schemaPath: "#/properties/pauses/items/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema65.properties.pauses.items.required, parentSchema: schema65.properties.pauses.items, data: data40 };
              if (vErrors === null) {
                vErrors = [err114];
              } else {
                vErrors.push(err114);
              }
              errors++;
            }
            for (const key11 in data40) {
              if (!(key11 === "from" || key11 === "to" || key11 === "types" || key11 === "effect" || key11 === "after" || key11 === "force" || key11 === "citation")) {
                const err115 = { instancePath: instancePath + "/pauses/" + i2, schemaPath: "#/properties/pauses/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65.properties.pauses.items, data: data40 };
                if (vErrors === null) {
                  vErrors = [err115];
                } else {
                  vErrors.push(err115);
                }
                errors++;
              }
            }
            if (data40.from !== void 0) {
              let data41 = data40.from;
              if (!(data41 === "requested" || data41 === "received" || data41 === "recognised" || data41 === "authenticated" || data41 === "id-requested" || data41 === "id-received" || data41 === "clarification-asked" || data41 === "clarification-answered" || data41 === "fee-asked" || data41 === "fee-paid" || data41 === "acknowledged" || data41 === "extension-noticed" || data41 === "answered" || data41 === "withdrawn" || data41 === "appealed" || data41 === "hold-placed" || data41 === "hold-lifted" || data41 === "data-obtained")) {
                const err116 = { instancePath: instancePath + "/pauses/" + i2 + "/from", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data41 };
                if (vErrors === null) {
                  vErrors = [err116];
                } else {
                  vErrors.push(err116);
                }
                errors++;
              }
            }
            if (data40.to !== void 0) {
              let data42 = data40.to;
              if (!(data42 === "requested" || data42 === "received" || data42 === "recognised" || data42 === "authenticated" || data42 === "id-requested" || data42 === "id-received" || data42 === "clarification-asked" || data42 === "clarification-answered" || data42 === "fee-asked" || data42 === "fee-paid" || data42 === "acknowledged" || data42 === "extension-noticed" || data42 === "answered" || data42 === "withdrawn" || data42 === "appealed" || data42 === "hold-placed" || data42 === "hold-lifted" || data42 === "data-obtained")) {
                const err117 = { instancePath: instancePath + "/pauses/" + i2 + "/to", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data42 };
                if (vErrors === null) {
                  vErrors = [err117];
                } else {
                  vErrors.push(err117);
                }
                errors++;
              }
            }
            if (data40.types !== void 0) {
              if (!validate32(data40.types, { instancePath: instancePath + "/pauses/" + i2 + "/types", parentData: data40, parentDataProperty: "types", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
            }
            if (data40.effect !== void 0) {
              let data44 = data40.effect;
              if (!(data44 === "inclusive" || data44 === "between" || data44 === "restart" || data44 === "allowed")) {
                const err118 = { instancePath: instancePath + "/pauses/" + i2 + "/effect", schemaPath: "#/properties/pauses/items/properties/effect/enum", keyword: "enum", params: { allowedValues: schema65.properties.pauses.items.properties.effect.enum }, message: "must be equal to one of the allowed values", schema: schema65.properties.pauses.items.properties.effect.enum, parentSchema: schema65.properties.pauses.items.properties.effect, data: data44 };
                if (vErrors === null) {
                  vErrors = [err118];
                } else {
                  vErrors.push(err118);
                }
                errors++;
              }
            }
            if (data40.after !== void 0) {
              let data45 = data40.after;
              if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                if (data45.n === void 0) {
                  const err119 = { instancePath: instancePath + "/pauses/" + i2 + "/after", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data45 };
                  if (vErrors === null) {
                    vErrors = [err119];
                  } else {
                    vErrors.push(err119);
                  }
                  errors++;
                }
                if (data45.unit === void 0) {
                  const err120 = { instancePath: instancePath + "/pauses/" + i2 + "/after", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data45 };
                  if (vErrors === null) {
                    vErrors = [err120];
                  } else {
                    vErrors.push(err120);
                  }
                  errors++;
                }
                for (const key12 in data45) {
                  if (!(key12 === "n" || key12 === "unit")) {
                    const err121 = { instancePath: instancePath + "/pauses/" + i2 + "/after", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data45 };
                    if (vErrors === null) {
                      vErrors = [err121];
                    } else {
                      vErrors.push(err121);
                    }
                    errors++;
                  }
                }
                if (data45.n !== void 0) {
                  let data46 = data45.n;
                  if (!(typeof data46 == "number" && (!(data46 % 1) && !isNaN(data46)) && isFinite(data46))) {
                    const err122 = { instancePath: instancePath + "/pauses/" + i2 + "/after/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data46 };
                    if (vErrors === null) {
                      vErrors = [err122];
                    } else {
                      vErrors.push(err122);
                    }
                    errors++;
                  }
                  if (typeof data46 == "number" && isFinite(data46)) {
                    if (data46 > 1e3 || isNaN(data46)) {
                      const err123 = { instancePath: instancePath + "/pauses/" + i2 + "/after/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data46 };
                      if (vErrors === null) {
                        vErrors = [err123];
                      } else {
                        vErrors.push(err123);
                      }
                      errors++;
                    }
                    if (data46 < 1 || isNaN(data46)) {
                      const err124 = { instancePath: instancePath + "/pauses/" + i2 + "/after/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data46 };
                      if (vErrors === null) {
                        vErrors = [err124];
                      } else {
                        vErrors.push(err124);
                      }
                      errors++;
                    }
                  }
                }
                if (data45.unit !== void 0) {
                  let data47 = data45.unit;
                  if (!(data47 === "hours" || data47 === "days" || data47 === "working-days" || data47 === "weeks" || data47 === "months" || data47 === "years")) {
                    const err125 = { instancePath: instancePath + "/pauses/" + i2 + "/after/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data47 };
                    if (vErrors === null) {
                      vErrors = [err125];
                    } else {
                      vErrors.push(err125);
                    }
                    errors++;
                  }
                }
              } else {
                const err126 = { instancePath: instancePath + "/pauses/" + i2 + "/after", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data45 };
                if (vErrors === null) {
                  vErrors = [err126];
                } else {
                  vErrors.push(err126);
                }
                errors++;
              }
            }
            if (data40.force !== void 0) {
              let data48 = data40.force;
              if (!(data48 === "law" || data48 === "practice")) {
                const err127 = { instancePath: instancePath + "/pauses/" + i2 + "/force", schemaPath: "#/properties/pauses/items/properties/force/enum", keyword: "enum", params: { allowedValues: schema65.properties.pauses.items.properties.force.enum }, message: "must be equal to one of the allowed values", schema: schema65.properties.pauses.items.properties.force.enum, parentSchema: schema65.properties.pauses.items.properties.force, data: data48 };
                if (vErrors === null) {
                  vErrors = [err127];
                } else {
                  vErrors.push(err127);
                }
                errors++;
              }
            }
            if (data40.citation !== void 0) {
              if (!validate21(data40.citation, { instancePath: instancePath + "/pauses/" + i2 + "/citation", parentData: data40, parentDataProperty: "citation", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err128 = { instancePath: instancePath + "/pauses/" + i2, schemaPath: "#/properties/pauses/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.properties.pauses.items.type, parentSchema: schema65.properties.pauses.items, data: data40 };
            if (vErrors === null) {
              vErrors = [err128];
            } else {
              vErrors.push(err128);
            }
            errors++;
          }
        }
      } else {
        const err129 = { instancePath: instancePath + "/pauses", schemaPath: "#/properties/pauses/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema65.properties.pauses.type, parentSchema: schema65.properties.pauses, data: data39 };
        if (vErrors === null) {
          vErrors = [err129];
        } else {
          vErrors.push(err129);
        }
        errors++;
      }
    }
    if (data.readings !== void 0) {
      let data50 = data.readings;
      if (Array.isArray(data50)) {
        const len3 = data50.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data51 = data50[i3];
          if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
            if (data51.id === void 0) {
              const err130 = { instancePath: instancePath + "/readings/" + i3, schemaPath: "#/properties/readings/items/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema65.properties.readings.items.required, parentSchema: schema65.properties.readings.items, data: data51 };
              if (vErrors === null) {
                vErrors = [err130];
              } else {
                vErrors.push(err130);
              }
              errors++;
            }
            if (data51.says === void 0) {
              const err131 = { instancePath: instancePath + "/readings/" + i3, schemaPath: "#/properties/readings/items/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'", schema: schema65.properties.readings.items.required, parentSchema: schema65.properties.readings.items, data: data51 };
              if (vErrors === null) {
                vErrors = [err131];
              } else {
                vErrors.push(err131);
              }
              errors++;
            }
            if (data51.citation === void 0) {
              const err132 = { instancePath: instancePath + "/readings/" + i3, schemaPath: "#/properties/readings/items/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema65.properties.readings.items.required, parentSchema: schema65.properties.readings.items, data: data51 };
              if (vErrors === null) {
                vErrors = [err132];
              } else {
                vErrors.push(err132);
              }
              errors++;
            }
            for (const key13 in data51) {
              if (!(key13 === "id" || key13 === "says" || key13 === "counting" || key13 === "within" || key13 === "citation")) {
                const err133 = { instancePath: instancePath + "/readings/" + i3, schemaPath: "#/properties/readings/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties", schema: false, parentSchema: schema65.properties.readings.items, data: data51 };
                if (vErrors === null) {
                  vErrors = [err133];
                } else {
                  vErrors.push(err133);
                }
                errors++;
              }
            }
            if (data51.id !== void 0) {
              let data52 = data51.id;
              if (typeof data52 === "string") {
                if (func2(data52) > 64) {
                  const err134 = { instancePath: instancePath + "/readings/" + i3 + "/id", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data52 };
                  if (vErrors === null) {
                    vErrors = [err134];
                  } else {
                    vErrors.push(err134);
                  }
                  errors++;
                }
                if (!pattern4.test(data52)) {
                  const err135 = { instancePath: instancePath + "/readings/" + i3 + "/id", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data52 };
                  if (vErrors === null) {
                    vErrors = [err135];
                  } else {
                    vErrors.push(err135);
                  }
                  errors++;
                }
              } else {
                const err136 = { instancePath: instancePath + "/readings/" + i3 + "/id", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data52 };
                if (vErrors === null) {
                  vErrors = [err136];
                } else {
                  vErrors.push(err136);
                }
                errors++;
              }
            }
            if (data51.says !== void 0) {
              let data53 = data51.says;
              if (typeof data53 === "string") {
                if (func2(data53) > 2e3) {
                  const err137 = { instancePath: instancePath + "/readings/" + i3 + "/says", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data53 };
                  if (vErrors === null) {
                    vErrors = [err137];
                  } else {
                    vErrors.push(err137);
                  }
                  errors++;
                }
                if (func2(data53) < 1) {
                  const err138 = { instancePath: instancePath + "/readings/" + i3 + "/says", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data53 };
                  if (vErrors === null) {
                    vErrors = [err138];
                  } else {
                    vErrors.push(err138);
                  }
                  errors++;
                }
                if (!pattern5.test(data53)) {
                  const err139 = { instancePath: instancePath + "/readings/" + i3 + "/says", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data53 };
                  if (vErrors === null) {
                    vErrors = [err139];
                  } else {
                    vErrors.push(err139);
                  }
                  errors++;
                }
              } else {
                const err140 = { instancePath: instancePath + "/readings/" + i3 + "/says", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data53 };
                if (vErrors === null) {
                  vErrors = [err140];
                } else {
                  vErrors.push(err140);
                }
                errors++;
              }
            }
            if (data51.counting !== void 0) {
              let data54 = data51.counting;
              if (typeof data54 === "string") {
                if (func2(data54) > 64) {
                  const err141 = { instancePath: instancePath + "/readings/" + i3 + "/counting", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data54 };
                  if (vErrors === null) {
                    vErrors = [err141];
                  } else {
                    vErrors.push(err141);
                  }
                  errors++;
                }
                if (!pattern4.test(data54)) {
                  const err142 = { instancePath: instancePath + "/readings/" + i3 + "/counting", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data54 };
                  if (vErrors === null) {
                    vErrors = [err142];
                  } else {
                    vErrors.push(err142);
                  }
                  errors++;
                }
              } else {
                const err143 = { instancePath: instancePath + "/readings/" + i3 + "/counting", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data54 };
                if (vErrors === null) {
                  vErrors = [err143];
                } else {
                  vErrors.push(err143);
                }
                errors++;
              }
            }
            if (data51.within !== void 0) {
              let data55 = data51.within;
              if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
                if (data55.n === void 0) {
                  const err144 = { instancePath: instancePath + "/readings/" + i3 + "/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data55 };
                  if (vErrors === null) {
                    vErrors = [err144];
                  } else {
                    vErrors.push(err144);
                  }
                  errors++;
                }
                if (data55.unit === void 0) {
                  const err145 = { instancePath: instancePath + "/readings/" + i3 + "/within", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data55 };
                  if (vErrors === null) {
                    vErrors = [err145];
                  } else {
                    vErrors.push(err145);
                  }
                  errors++;
                }
                for (const key14 in data55) {
                  if (!(key14 === "n" || key14 === "unit")) {
                    const err146 = { instancePath: instancePath + "/readings/" + i3 + "/within", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data55 };
                    if (vErrors === null) {
                      vErrors = [err146];
                    } else {
                      vErrors.push(err146);
                    }
                    errors++;
                  }
                }
                if (data55.n !== void 0) {
                  let data56 = data55.n;
                  if (!(typeof data56 == "number" && (!(data56 % 1) && !isNaN(data56)) && isFinite(data56))) {
                    const err147 = { instancePath: instancePath + "/readings/" + i3 + "/within/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data56 };
                    if (vErrors === null) {
                      vErrors = [err147];
                    } else {
                      vErrors.push(err147);
                    }
                    errors++;
                  }
                  if (typeof data56 == "number" && isFinite(data56)) {
                    if (data56 > 1e3 || isNaN(data56)) {
                      const err148 = { instancePath: instancePath + "/readings/" + i3 + "/within/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data56 };
                      if (vErrors === null) {
                        vErrors = [err148];
                      } else {
                        vErrors.push(err148);
                      }
                      errors++;
                    }
                    if (data56 < 1 || isNaN(data56)) {
                      const err149 = { instancePath: instancePath + "/readings/" + i3 + "/within/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data56 };
                      if (vErrors === null) {
                        vErrors = [err149];
                      } else {
                        vErrors.push(err149);
                      }
                      errors++;
                    }
                  }
                }
                if (data55.unit !== void 0) {
                  let data57 = data55.unit;
                  if (!(data57 === "hours" || data57 === "days" || data57 === "working-days" || data57 === "weeks" || data57 === "months" || data57 === "years")) {
                    const err150 = { instancePath: instancePath + "/readings/" + i3 + "/within/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data57 };
                    if (vErrors === null) {
                      vErrors = [err150];
                    } else {
                      vErrors.push(err150);
                    }
                    errors++;
                  }
                }
              } else {
                const err151 = { instancePath: instancePath + "/readings/" + i3 + "/within", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data55 };
                if (vErrors === null) {
                  vErrors = [err151];
                } else {
                  vErrors.push(err151);
                }
                errors++;
              }
            }
            if (data51.citation !== void 0) {
              if (!validate21(data51.citation, { instancePath: instancePath + "/readings/" + i3 + "/citation", parentData: data51, parentDataProperty: "citation", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err152 = { instancePath: instancePath + "/readings/" + i3, schemaPath: "#/properties/readings/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.properties.readings.items.type, parentSchema: schema65.properties.readings.items, data: data51 };
            if (vErrors === null) {
              vErrors = [err152];
            } else {
              vErrors.push(err152);
            }
            errors++;
          }
        }
      } else {
        const err153 = { instancePath: instancePath + "/readings", schemaPath: "#/properties/readings/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema65.properties.readings.type, parentSchema: schema65.properties.readings, data: data50 };
        if (vErrors === null) {
          vErrors = [err153];
        } else {
          vErrors.push(err153);
        }
        errors++;
      }
    }
    if (data.note !== void 0) {
      let data59 = data.note;
      if (typeof data59 === "string") {
        if (func2(data59) > 2e3) {
          const err154 = { instancePath: instancePath + "/note", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data59 };
          if (vErrors === null) {
            vErrors = [err154];
          } else {
            vErrors.push(err154);
          }
          errors++;
        }
        if (func2(data59) < 1) {
          const err155 = { instancePath: instancePath + "/note", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data59 };
          if (vErrors === null) {
            vErrors = [err155];
          } else {
            vErrors.push(err155);
          }
          errors++;
        }
        if (!pattern5.test(data59)) {
          const err156 = { instancePath: instancePath + "/note", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data59 };
          if (vErrors === null) {
            vErrors = [err156];
          } else {
            vErrors.push(err156);
          }
          errors++;
        }
      } else {
        const err157 = { instancePath: instancePath + "/note", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data59 };
        if (vErrors === null) {
          vErrors = [err157];
        } else {
          vErrors.push(err157);
        }
        errors++;
      }
    }
    if (data.citation !== void 0) {
      if (!validate21(data.citation, { instancePath: instancePath + "/citation", parentData: data, parentDataProperty: "citation", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err158 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema65.type, parentSchema: schema65, data };
    if (vErrors === null) {
      vErrors = [err158];
    } else {
      vErrors.push(err158);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.duty === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "duty" }, message: "must have required property 'duty'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.types === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "types" }, message: "must have required property 'types'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.bearer === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bearer" }, message: "must have required property 'bearer'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.starts === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "starts" }, message: "must have required property 'starts'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.endedBy === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "endedBy" }, message: "must have required property 'endedBy'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.terms === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "terms" }, message: "must have required property 'terms'", schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "duty" || key0 === "types" || key0 === "bearer" || key0 === "starts" || key0 === "endedBy" || key0 === "obviatedBy" || key0 === "terms")) {
        const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema55, data };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (!(data0 === "acknowledge" || data0 === "respond" || data0 === "extension-notice" || data0 === "forward-to-controller" || data0 === "stop-processing" || data0 === "destroy-sample" || data0 === "appeal-decision" || data0 === "notify-recipients" || data0 === "erase-backups" || data0 === "inform")) {
        const err8 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/enum", keyword: "enum", params: { allowedValues: schema55.properties.id.enum }, message: "must be equal to one of the allowed values", schema: schema55.properties.id.enum, parentSchema: schema55.properties.id, data: data0 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.duty !== void 0) {
      let data1 = data.duty;
      if (typeof data1 === "string") {
        if (func2(data1) > 2e3) {
          const err9 = { instancePath: instancePath + "/duty", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err10 = { instancePath: instancePath + "/duty", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (!pattern5.test(data1)) {
          const err11 = { instancePath: instancePath + "/duty", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data1 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/duty", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data1 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.types !== void 0) {
      if (!validate32(data.types, { instancePath: instancePath + "/types", parentData: data, parentDataProperty: "types", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
    if (data.bearer !== void 0) {
      let data3 = data.bearer;
      if (!(data3 === "principal" || data3 === "agent")) {
        const err13 = { instancePath: instancePath + "/bearer", schemaPath: "#/properties/bearer/enum", keyword: "enum", params: { allowedValues: schema55.properties.bearer.enum }, message: "must be equal to one of the allowed values", schema: schema55.properties.bearer.enum, parentSchema: schema55.properties.bearer, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.starts !== void 0) {
      let data4 = data.starts;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err14 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema55.properties.starts, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate34(data4[i0], { instancePath: instancePath + "/starts/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema55.properties.starts.type, parentSchema: schema55.properties.starts, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.endedBy !== void 0) {
      let data6 = data.endedBy;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          const err16 = { instancePath: instancePath + "/endedBy", schemaPath: "#/properties/endedBy/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema55.properties.endedBy, data: data6 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        const len1 = data6.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data7 = data6[i1];
          if (!(data7 === "requested" || data7 === "received" || data7 === "recognised" || data7 === "authenticated" || data7 === "id-requested" || data7 === "id-received" || data7 === "clarification-asked" || data7 === "clarification-answered" || data7 === "fee-asked" || data7 === "fee-paid" || data7 === "acknowledged" || data7 === "extension-noticed" || data7 === "answered" || data7 === "withdrawn" || data7 === "appealed" || data7 === "hold-placed" || data7 === "hold-lifted" || data7 === "data-obtained")) {
            const err17 = { instancePath: instancePath + "/endedBy/" + i1, schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data7 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        let i2 = data6.length;
        let j0;
        if (i2 > 1) {
          outer0: for (; i2--; ) {
            for (j0 = i2; j0--; ) {
              if (func0(data6[i2], data6[j0])) {
                const err18 = { instancePath: instancePath + "/endedBy", schemaPath: "#/properties/endedBy/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)", schema: true, parentSchema: schema55.properties.endedBy, data: data6 };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/endedBy", schemaPath: "#/properties/endedBy/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema55.properties.endedBy.type, parentSchema: schema55.properties.endedBy, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.obviatedBy !== void 0) {
      let data8 = data.obviatedBy;
      if (!(data8 === "requested" || data8 === "received" || data8 === "recognised" || data8 === "authenticated" || data8 === "id-requested" || data8 === "id-received" || data8 === "clarification-asked" || data8 === "clarification-answered" || data8 === "fee-asked" || data8 === "fee-paid" || data8 === "acknowledged" || data8 === "extension-noticed" || data8 === "answered" || data8 === "withdrawn" || data8 === "appealed" || data8 === "hold-placed" || data8 === "hold-lifted" || data8 === "data-obtained")) {
        const err20 = { instancePath: instancePath + "/obviatedBy", schemaPath: "#/$defs/mark/enum", keyword: "enum", params: { allowedValues: schema60.enum }, message: "must be equal to one of the allowed values", schema: schema60.enum, parentSchema: schema60, data: data8 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.terms !== void 0) {
      let data9 = data.terms;
      if (Array.isArray(data9)) {
        if (data9.length < 1) {
          const err21 = { instancePath: instancePath + "/terms", schemaPath: "#/properties/terms/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema55.properties.terms, data: data9 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        const len2 = data9.length;
        for (let i3 = 0; i3 < len2; i3++) {
          if (!validate36(data9[i3], { instancePath: instancePath + "/terms/" + i3, parentData: data9, parentDataProperty: i3, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/terms", schemaPath: "#/properties/terms/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema55.properties.terms.type, parentSchema: schema55.properties.terms, data: data9 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema55.type, parentSchema: schema55, data };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema93 = { "type": "object", "additionalProperties": false, "required": ["id", "says", "citation"], "properties": { "id": { "$ref": "#/$defs/id" }, "says": { "$ref": "#/$defs/text" }, "types": { "$ref": "#/$defs/types" }, "fact": { "type": "string", "pattern": "^[a-zA-Z]+(\\.[a-zA-Z]+)*$" }, "citation": { "$ref": "#/$defs/citation" } } };
var pattern35 = new RegExp("^[a-zA-Z]+(\\.[a-zA-Z]+)*$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema93.required, parentSchema: schema93, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.says === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'", schema: schema93.required, parentSchema: schema93, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.citation === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema93.required, parentSchema: schema93, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "says" || key0 === "types" || key0 === "fact" || key0 === "citation")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema93, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (func2(data0) > 64) {
          const err4 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err5 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.says !== void 0) {
      let data1 = data.says;
      if (typeof data1 === "string") {
        if (func2(data1) > 2e3) {
          const err7 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err8 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!pattern5.test(data1)) {
          const err9 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/says", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data1 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.types !== void 0) {
      if (!validate32(data.types, { instancePath: instancePath + "/types", parentData: data, parentDataProperty: "types", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
    if (data.fact !== void 0) {
      let data3 = data.fact;
      if (typeof data3 === "string") {
        if (!pattern35.test(data3)) {
          const err11 = { instancePath: instancePath + "/fact", schemaPath: "#/properties/fact/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z]+(\\.[a-zA-Z]+)*$" }, message: 'must match pattern "^[a-zA-Z]+(\\.[a-zA-Z]+)*$"', schema: "^[a-zA-Z]+(\\.[a-zA-Z]+)*$", parentSchema: schema93.properties.fact, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/fact", schemaPath: "#/properties/fact/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema93.properties.fact.type, parentSchema: schema93.properties.fact, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.citation !== void 0) {
      if (!validate21(data.citation, { instancePath: instancePath + "/citation", parentData: data, parentDataProperty: "citation", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema93.type, parentSchema: schema93, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.title === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.jurisdiction === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "jurisdiction" }, message: "must have required property 'jurisdiction'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.authority === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "authority" }, message: "must have required property 'authority'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.checked === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "checked" }, message: "must have required property 'checked'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.scope === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scope" }, message: "must have required property 'scope'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.counting === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "counting" }, message: "must have required property 'counting'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.obligations === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "obligations" }, message: "must have required property 'obligations'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.notRequired === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "notRequired" }, message: "must have required property 'notRequired'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err10 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.$schema !== void 0) {
      let data0 = data.$schema;
      if (typeof data0 !== "string") {
        const err11 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.$schema.type, parentSchema: schema31.properties.$schema, data: data0 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data1 = data.id;
      if (typeof data1 === "string") {
        if (func2(data1) > 64) {
          const err12 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (!pattern4.test(data1)) {
          const err13 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data1 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data2 = data.title;
      if (typeof data2 === "string") {
        if (func2(data2) > 2e3) {
          const err15 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data2 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (func2(data2) < 1) {
          const err16 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data2 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (!pattern5.test(data2)) {
          const err17 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data2 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/title", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data2 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.jurisdiction !== void 0) {
      let data3 = data.jurisdiction;
      if (typeof data3 === "string") {
        if (!pattern6.test(data3)) {
          const err19 = { instancePath: instancePath + "/jurisdiction", schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema34, data: data3 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/jurisdiction", schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.type, parentSchema: schema34, data: data3 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.authority !== void 0) {
      let data4 = data.authority;
      if (typeof data4 === "string") {
        if (func2(data4) > 2e3) {
          const err21 = { instancePath: instancePath + "/authority", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data4 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func2(data4) < 1) {
          const err22 = { instancePath: instancePath + "/authority", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data4 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (!pattern5.test(data4)) {
          const err23 = { instancePath: instancePath + "/authority", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data4 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/authority", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data4 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      if (!validate21(data.source, { instancePath: instancePath + "/source", parentData: data, parentDataProperty: "source", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.checked !== void 0) {
      let data6 = data.checked;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.on === void 0) {
          const err25 = { instancePath: instancePath + "/checked", schemaPath: "#/properties/checked/required", keyword: "required", params: { missingProperty: "on" }, message: "must have required property 'on'", schema: schema31.properties.checked.required, parentSchema: schema31.properties.checked, data: data6 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data6.by === void 0) {
          const err26 = { instancePath: instancePath + "/checked", schemaPath: "#/properties/checked/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'", schema: schema31.properties.checked.required, parentSchema: schema31.properties.checked, data: data6 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        for (const key1 in data6) {
          if (!(key1 === "on" || key1 === "by")) {
            const err27 = { instancePath: instancePath + "/checked", schemaPath: "#/properties/checked/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.checked, data: data6 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data6.on !== void 0) {
          let data7 = data6.on;
          if (typeof data7 === "string") {
            if (!formats0.validate(data7)) {
              const err28 = { instancePath: instancePath + "/checked/on", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema39, data: data7 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/checked/on", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.type, parentSchema: schema39, data: data7 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data6.by !== void 0) {
          let data8 = data6.by;
          if (typeof data8 === "string") {
            if (func2(data8) > 2e3) {
              const err30 = { instancePath: instancePath + "/checked/by", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data8 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            if (func2(data8) < 1) {
              const err31 = { instancePath: instancePath + "/checked/by", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data8 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            if (!pattern5.test(data8)) {
              const err32 = { instancePath: instancePath + "/checked/by", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data8 };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          } else {
            const err33 = { instancePath: instancePath + "/checked/by", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data8 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
      } else {
        const err34 = { instancePath: instancePath + "/checked", schemaPath: "#/properties/checked/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.checked.type, parentSchema: schema31.properties.checked, data: data6 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.scope !== void 0) {
      let data9 = data.scope;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.places === void 0) {
          const err35 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/required", keyword: "required", params: { missingProperty: "places" }, message: "must have required property 'places'", schema: schema31.properties.scope.required, parentSchema: schema31.properties.scope, data: data9 };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        for (const key2 in data9) {
          if (!(key2 === "places" || key2 === "when" || key2 === "whenSays" || key2 === "cautions")) {
            const err36 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.scope, data: data9 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data9.places !== void 0) {
          let data10 = data9.places;
          if (Array.isArray(data10)) {
            if (data10.length < 1) {
              const err37 = { instancePath: instancePath + "/scope/places", schemaPath: "#/properties/scope/properties/places/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema31.properties.scope.properties.places, data: data10 };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            const len0 = data10.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data11 = data10[i0];
              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                if (data11.in === void 0) {
                  const err38 = { instancePath: instancePath + "/scope/places/" + i0, schemaPath: "#/properties/scope/properties/places/items/required", keyword: "required", params: { missingProperty: "in" }, message: "must have required property 'in'", schema: schema31.properties.scope.properties.places.items.required, parentSchema: schema31.properties.scope.properties.places.items, data: data11 };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
                if (data11.from === void 0) {
                  const err39 = { instancePath: instancePath + "/scope/places/" + i0, schemaPath: "#/properties/scope/properties/places/items/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema31.properties.scope.properties.places.items.required, parentSchema: schema31.properties.scope.properties.places.items, data: data11 };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
                for (const key3 in data11) {
                  if (!(key3 === "in" || key3 === "from" || key3 === "until" || key3 === "citation")) {
                    const err40 = { instancePath: instancePath + "/scope/places/" + i0, schemaPath: "#/properties/scope/properties/places/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.scope.properties.places.items, data: data11 };
                    if (vErrors === null) {
                      vErrors = [err40];
                    } else {
                      vErrors.push(err40);
                    }
                    errors++;
                  }
                }
                if (data11.in !== void 0) {
                  let data12 = data11.in;
                  if (Array.isArray(data12)) {
                    if (data12.length < 1) {
                      const err41 = { instancePath: instancePath + "/scope/places/" + i0 + "/in", schemaPath: "#/properties/scope/properties/places/items/properties/in/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema31.properties.scope.properties.places.items.properties.in, data: data12 };
                      if (vErrors === null) {
                        vErrors = [err41];
                      } else {
                        vErrors.push(err41);
                      }
                      errors++;
                    }
                    const len1 = data12.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data13 = data12[i1];
                      if (typeof data13 === "string") {
                        if (!pattern6.test(data13)) {
                          const err42 = { instancePath: instancePath + "/scope/places/" + i0 + "/in/" + i1, schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema34, data: data13 };
                          if (vErrors === null) {
                            vErrors = [err42];
                          } else {
                            vErrors.push(err42);
                          }
                          errors++;
                        }
                      } else {
                        const err43 = { instancePath: instancePath + "/scope/places/" + i0 + "/in/" + i1, schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.type, parentSchema: schema34, data: data13 };
                        if (vErrors === null) {
                          vErrors = [err43];
                        } else {
                          vErrors.push(err43);
                        }
                        errors++;
                      }
                    }
                    let i2 = data12.length;
                    let j0;
                    if (i2 > 1) {
                      outer0: for (; i2--; ) {
                        for (j0 = i2; j0--; ) {
                          if (func0(data12[i2], data12[j0])) {
                            const err44 = { instancePath: instancePath + "/scope/places/" + i0 + "/in", schemaPath: "#/properties/scope/properties/places/items/properties/in/uniqueItems", keyword: "uniqueItems", params: { i: i2, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)", schema: true, parentSchema: schema31.properties.scope.properties.places.items.properties.in, data: data12 };
                            if (vErrors === null) {
                              vErrors = [err44];
                            } else {
                              vErrors.push(err44);
                            }
                            errors++;
                            break outer0;
                          }
                        }
                      }
                    }
                  } else {
                    const err45 = { instancePath: instancePath + "/scope/places/" + i0 + "/in", schemaPath: "#/properties/scope/properties/places/items/properties/in/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.scope.properties.places.items.properties.in.type, parentSchema: schema31.properties.scope.properties.places.items.properties.in, data: data12 };
                    if (vErrors === null) {
                      vErrors = [err45];
                    } else {
                      vErrors.push(err45);
                    }
                    errors++;
                  }
                }
                if (data11.from !== void 0) {
                  let data14 = data11.from;
                  if (typeof data14 === "string") {
                    if (!formats0.validate(data14)) {
                      const err46 = { instancePath: instancePath + "/scope/places/" + i0 + "/from", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema39, data: data14 };
                      if (vErrors === null) {
                        vErrors = [err46];
                      } else {
                        vErrors.push(err46);
                      }
                      errors++;
                    }
                  } else {
                    const err47 = { instancePath: instancePath + "/scope/places/" + i0 + "/from", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.type, parentSchema: schema39, data: data14 };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                }
                if (data11.until !== void 0) {
                  let data15 = data11.until;
                  if (typeof data15 === "string") {
                    if (!formats0.validate(data15)) {
                      const err48 = { instancePath: instancePath + "/scope/places/" + i0 + "/until", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema39, data: data15 };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                  } else {
                    const err49 = { instancePath: instancePath + "/scope/places/" + i0 + "/until", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.type, parentSchema: schema39, data: data15 };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                }
                if (data11.citation !== void 0) {
                  if (!validate21(data11.citation, { instancePath: instancePath + "/scope/places/" + i0 + "/citation", parentData: data11, parentDataProperty: "citation", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err50 = { instancePath: instancePath + "/scope/places/" + i0, schemaPath: "#/properties/scope/properties/places/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.scope.properties.places.items.type, parentSchema: schema31.properties.scope.properties.places.items, data: data11 };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
          } else {
            const err51 = { instancePath: instancePath + "/scope/places", schemaPath: "#/properties/scope/properties/places/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.scope.properties.places.type, parentSchema: schema31.properties.scope.properties.places, data: data10 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
        if (data9.when !== void 0) {
          if (!validate24(data9.when, { instancePath: instancePath + "/scope/when", parentData: data9, parentDataProperty: "when", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
        if (data9.whenSays !== void 0) {
          let data18 = data9.whenSays;
          if (typeof data18 === "string") {
            if (func2(data18) > 2e3) {
              const err52 = { instancePath: instancePath + "/scope/whenSays", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data18 };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (func2(data18) < 1) {
              const err53 = { instancePath: instancePath + "/scope/whenSays", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data18 };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
            if (!pattern5.test(data18)) {
              const err54 = { instancePath: instancePath + "/scope/whenSays", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data18 };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
          } else {
            const err55 = { instancePath: instancePath + "/scope/whenSays", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data18 };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data9.cautions !== void 0) {
          let data19 = data9.cautions;
          if (Array.isArray(data19)) {
            const len2 = data19.length;
            for (let i3 = 0; i3 < len2; i3++) {
              let data20 = data19[i3];
              if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                if (data20.when === void 0) {
                  const err56 = { instancePath: instancePath + "/scope/cautions/" + i3, schemaPath: "#/properties/scope/properties/cautions/items/required", keyword: "required", params: { missingProperty: "when" }, message: "must have required property 'when'", schema: schema31.properties.scope.properties.cautions.items.required, parentSchema: schema31.properties.scope.properties.cautions.items, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                if (data20.says === void 0) {
                  const err57 = { instancePath: instancePath + "/scope/cautions/" + i3, schemaPath: "#/properties/scope/properties/cautions/items/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'", schema: schema31.properties.scope.properties.cautions.items.required, parentSchema: schema31.properties.scope.properties.cautions.items, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
                if (data20.citation === void 0) {
                  const err58 = { instancePath: instancePath + "/scope/cautions/" + i3, schemaPath: "#/properties/scope/properties/cautions/items/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema31.properties.scope.properties.cautions.items.required, parentSchema: schema31.properties.scope.properties.cautions.items, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
                for (const key4 in data20) {
                  if (!(key4 === "when" || key4 === "says" || key4 === "citation")) {
                    const err59 = { instancePath: instancePath + "/scope/cautions/" + i3, schemaPath: "#/properties/scope/properties/cautions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.scope.properties.cautions.items, data: data20 };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
                if (data20.when !== void 0) {
                  if (!validate24(data20.when, { instancePath: instancePath + "/scope/cautions/" + i3 + "/when", parentData: data20, parentDataProperty: "when", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                    errors = vErrors.length;
                  }
                }
                if (data20.says !== void 0) {
                  let data22 = data20.says;
                  if (typeof data22 === "string") {
                    if (func2(data22) > 2e3) {
                      const err60 = { instancePath: instancePath + "/scope/cautions/" + i3 + "/says", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data22 };
                      if (vErrors === null) {
                        vErrors = [err60];
                      } else {
                        vErrors.push(err60);
                      }
                      errors++;
                    }
                    if (func2(data22) < 1) {
                      const err61 = { instancePath: instancePath + "/scope/cautions/" + i3 + "/says", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data22 };
                      if (vErrors === null) {
                        vErrors = [err61];
                      } else {
                        vErrors.push(err61);
                      }
                      errors++;
                    }
                    if (!pattern5.test(data22)) {
                      const err62 = { instancePath: instancePath + "/scope/cautions/" + i3 + "/says", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data22 };
                      if (vErrors === null) {
                        vErrors = [err62];
                      } else {
                        vErrors.push(err62);
                      }
                      errors++;
                    }
                  } else {
                    const err63 = { instancePath: instancePath + "/scope/cautions/" + i3 + "/says", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data22 };
                    if (vErrors === null) {
                      vErrors = [err63];
                    } else {
                      vErrors.push(err63);
                    }
                    errors++;
                  }
                }
                if (data20.citation !== void 0) {
                  if (!validate21(data20.citation, { instancePath: instancePath + "/scope/cautions/" + i3 + "/citation", parentData: data20, parentDataProperty: "citation", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err64 = { instancePath: instancePath + "/scope/cautions/" + i3, schemaPath: "#/properties/scope/properties/cautions/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.scope.properties.cautions.items.type, parentSchema: schema31.properties.scope.properties.cautions.items, data: data20 };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
            }
          } else {
            const err65 = { instancePath: instancePath + "/scope/cautions", schemaPath: "#/properties/scope/properties/cautions/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.scope.properties.cautions.type, parentSchema: schema31.properties.scope.properties.cautions, data: data19 };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
        }
        if (data9.when !== void 0) {
          if (data9.whenSays === void 0) {
            const err66 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/dependentRequired", keyword: "dependentRequired", params: {
              property: "when",
              missingProperty: "whenSays",
              depsCount: 1,
              deps: "whenSays"
            }, message: "must have property whenSays when property when is present", schema: schema31.properties.scope.dependentRequired, parentSchema: schema31.properties.scope, data: data9 };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        }
      } else {
        const err67 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.scope.type, parentSchema: schema31.properties.scope, data: data9 };
        if (vErrors === null) {
          vErrors = [err67];
        } else {
          vErrors.push(err67);
        }
        errors++;
      }
    }
    if (data.counting !== void 0) {
      let data24 = data.counting;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        for (const key5 in data24) {
          const _errs62 = errors;
          if (typeof key5 === "string") {
            if (func2(key5) > 64) {
              const err68 = { instancePath: instancePath + "/counting", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: key5, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err68];
              } else {
                vErrors.push(err68);
              }
              errors++;
            }
            if (!pattern4.test(key5)) {
              const err69 = { instancePath: instancePath + "/counting", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: key5, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
          } else {
            const err70 = { instancePath: instancePath + "/counting", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key5, propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
          var valid23 = _errs62 === errors;
          if (!valid23) {
            const err71 = { instancePath: instancePath + "/counting", schemaPath: "#/properties/counting/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid", schema: schema31.properties.counting.propertyNames, parentSchema: schema31.properties.counting, data: data24 };
            if (vErrors === null) {
              vErrors = [err71];
            } else {
              vErrors.push(err71);
            }
            errors++;
          }
        }
        for (const key6 in data24) {
          if (!validate28(data24[key6], { instancePath: instancePath + "/counting/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data24, parentDataProperty: key6, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err72 = { instancePath: instancePath + "/counting", schemaPath: "#/properties/counting/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.counting.type, parentSchema: schema31.properties.counting, data: data24 };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
    }
    if (data.obligations !== void 0) {
      let data26 = data.obligations;
      if (Array.isArray(data26)) {
        const len3 = data26.length;
        for (let i4 = 0; i4 < len3; i4++) {
          if (!validate31(data26[i4], { instancePath: instancePath + "/obligations/" + i4, parentData: data26, parentDataProperty: i4, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err73 = { instancePath: instancePath + "/obligations", schemaPath: "#/properties/obligations/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.obligations.type, parentSchema: schema31.properties.obligations, data: data26 };
        if (vErrors === null) {
          vErrors = [err73];
        } else {
          vErrors.push(err73);
        }
        errors++;
      }
    }
    if (data.notRequired !== void 0) {
      let data28 = data.notRequired;
      if (Array.isArray(data28)) {
        const len4 = data28.length;
        for (let i5 = 0; i5 < len4; i5++) {
          let data29 = data28[i5];
          if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
            if (data29.types === void 0) {
              const err74 = { instancePath: instancePath + "/notRequired/" + i5, schemaPath: "#/properties/notRequired/items/required", keyword: "required", params: { missingProperty: "types" }, message: "must have required property 'types'", schema: schema31.properties.notRequired.items.required, parentSchema: schema31.properties.notRequired.items, data: data29 };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
            if (data29.why === void 0) {
              const err75 = { instancePath: instancePath + "/notRequired/" + i5, schemaPath: "#/properties/notRequired/items/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'", schema: schema31.properties.notRequired.items.required, parentSchema: schema31.properties.notRequired.items, data: data29 };
              if (vErrors === null) {
                vErrors = [err75];
              } else {
                vErrors.push(err75);
              }
              errors++;
            }
            if (data29.citation === void 0) {
              const err76 = { instancePath: instancePath + "/notRequired/" + i5, schemaPath: "#/properties/notRequired/items/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema31.properties.notRequired.items.required, parentSchema: schema31.properties.notRequired.items, data: data29 };
              if (vErrors === null) {
                vErrors = [err76];
              } else {
                vErrors.push(err76);
              }
              errors++;
            }
            for (const key7 in data29) {
              if (!(key7 === "types" || key7 === "why" || key7 === "citation")) {
                const err77 = { instancePath: instancePath + "/notRequired/" + i5, schemaPath: "#/properties/notRequired/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.notRequired.items, data: data29 };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
            if (data29.types !== void 0) {
              if (!validate32(data29.types, { instancePath: instancePath + "/notRequired/" + i5 + "/types", parentData: data29, parentDataProperty: "types", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
            }
            if (data29.why !== void 0) {
              let data31 = data29.why;
              if (typeof data31 === "string") {
                if (func2(data31) > 2e3) {
                  const err78 = { instancePath: instancePath + "/notRequired/" + i5 + "/why", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data31 };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
                if (func2(data31) < 1) {
                  const err79 = { instancePath: instancePath + "/notRequired/" + i5 + "/why", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data31 };
                  if (vErrors === null) {
                    vErrors = [err79];
                  } else {
                    vErrors.push(err79);
                  }
                  errors++;
                }
                if (!pattern5.test(data31)) {
                  const err80 = { instancePath: instancePath + "/notRequired/" + i5 + "/why", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data31 };
                  if (vErrors === null) {
                    vErrors = [err80];
                  } else {
                    vErrors.push(err80);
                  }
                  errors++;
                }
              } else {
                const err81 = { instancePath: instancePath + "/notRequired/" + i5 + "/why", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data31 };
                if (vErrors === null) {
                  vErrors = [err81];
                } else {
                  vErrors.push(err81);
                }
                errors++;
              }
            }
            if (data29.citation !== void 0) {
              if (!validate21(data29.citation, { instancePath: instancePath + "/notRequired/" + i5 + "/citation", parentData: data29, parentDataProperty: "citation", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err82 = { instancePath: instancePath + "/notRequired/" + i5, schemaPath: "#/properties/notRequired/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.notRequired.items.type, parentSchema: schema31.properties.notRequired.items, data: data29 };
            if (vErrors === null) {
              vErrors = [err82];
            } else {
              vErrors.push(err82);
            }
            errors++;
          }
        }
      } else {
        const err83 = { instancePath: instancePath + "/notRequired", schemaPath: "#/properties/notRequired/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.notRequired.type, parentSchema: schema31.properties.notRequired, data: data28 };
        if (vErrors === null) {
          vErrors = [err83];
        } else {
          vErrors.push(err83);
        }
        errors++;
      }
    }
    if (data.refusalGrounds !== void 0) {
      let data33 = data.refusalGrounds;
      if (Array.isArray(data33)) {
        const len5 = data33.length;
        for (let i6 = 0; i6 < len5; i6++) {
          let data34 = data33[i6];
          if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
            if (data34.id === void 0) {
              const err84 = { instancePath: instancePath + "/refusalGrounds/" + i6, schemaPath: "#/properties/refusalGrounds/items/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema31.properties.refusalGrounds.items.required, parentSchema: schema31.properties.refusalGrounds.items, data: data34 };
              if (vErrors === null) {
                vErrors = [err84];
              } else {
                vErrors.push(err84);
              }
              errors++;
            }
            if (data34.says === void 0) {
              const err85 = { instancePath: instancePath + "/refusalGrounds/" + i6, schemaPath: "#/properties/refusalGrounds/items/required", keyword: "required", params: { missingProperty: "says" }, message: "must have required property 'says'", schema: schema31.properties.refusalGrounds.items.required, parentSchema: schema31.properties.refusalGrounds.items, data: data34 };
              if (vErrors === null) {
                vErrors = [err85];
              } else {
                vErrors.push(err85);
              }
              errors++;
            }
            if (data34.citation === void 0) {
              const err86 = { instancePath: instancePath + "/refusalGrounds/" + i6, schemaPath: "#/properties/refusalGrounds/items/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema31.properties.refusalGrounds.items.required, parentSchema: schema31.properties.refusalGrounds.items, data: data34 };
              if (vErrors === null) {
                vErrors = [err86];
              } else {
                vErrors.push(err86);
              }
              errors++;
            }
            for (const key8 in data34) {
              if (!(key8 === "id" || key8 === "says" || key8 === "types" || key8 === "citation")) {
                const err87 = { instancePath: instancePath + "/refusalGrounds/" + i6, schemaPath: "#/properties/refusalGrounds/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.refusalGrounds.items, data: data34 };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
            }
            if (data34.id !== void 0) {
              let data35 = data34.id;
              if (typeof data35 === "string") {
                if (func2(data35) > 64) {
                  const err88 = { instancePath: instancePath + "/refusalGrounds/" + i6 + "/id", schemaPath: "#/$defs/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema32, data: data35 };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
                if (!pattern4.test(data35)) {
                  const err89 = { instancePath: instancePath + "/refusalGrounds/" + i6 + "/id", schemaPath: "#/$defs/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema32, data: data35 };
                  if (vErrors === null) {
                    vErrors = [err89];
                  } else {
                    vErrors.push(err89);
                  }
                  errors++;
                }
              } else {
                const err90 = { instancePath: instancePath + "/refusalGrounds/" + i6 + "/id", schemaPath: "#/$defs/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data35 };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
            }
            if (data34.says !== void 0) {
              let data36 = data34.says;
              if (typeof data36 === "string") {
                if (func2(data36) > 2e3) {
                  const err91 = { instancePath: instancePath + "/refusalGrounds/" + i6 + "/says", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data36 };
                  if (vErrors === null) {
                    vErrors = [err91];
                  } else {
                    vErrors.push(err91);
                  }
                  errors++;
                }
                if (func2(data36) < 1) {
                  const err92 = { instancePath: instancePath + "/refusalGrounds/" + i6 + "/says", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data36 };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
                if (!pattern5.test(data36)) {
                  const err93 = { instancePath: instancePath + "/refusalGrounds/" + i6 + "/says", schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data36 };
                  if (vErrors === null) {
                    vErrors = [err93];
                  } else {
                    vErrors.push(err93);
                  }
                  errors++;
                }
              } else {
                const err94 = { instancePath: instancePath + "/refusalGrounds/" + i6 + "/says", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data36 };
                if (vErrors === null) {
                  vErrors = [err94];
                } else {
                  vErrors.push(err94);
                }
                errors++;
              }
            }
            if (data34.types !== void 0) {
              if (!validate32(data34.types, { instancePath: instancePath + "/refusalGrounds/" + i6 + "/types", parentData: data34, parentDataProperty: "types", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
            }
            if (data34.citation !== void 0) {
              if (!validate21(data34.citation, { instancePath: instancePath + "/refusalGrounds/" + i6 + "/citation", parentData: data34, parentDataProperty: "citation", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err95 = { instancePath: instancePath + "/refusalGrounds/" + i6, schemaPath: "#/properties/refusalGrounds/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.refusalGrounds.items.type, parentSchema: schema31.properties.refusalGrounds.items, data: data34 };
            if (vErrors === null) {
              vErrors = [err95];
            } else {
              vErrors.push(err95);
            }
            errors++;
          }
        }
      } else {
        const err96 = { instancePath: instancePath + "/refusalGrounds", schemaPath: "#/properties/refusalGrounds/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.refusalGrounds.type, parentSchema: schema31.properties.refusalGrounds, data: data33 };
        if (vErrors === null) {
          vErrors = [err96];
        } else {
          vErrors.push(err96);
        }
        errors++;
      }
    }
    if (data.letters !== void 0) {
      let data39 = data.letters;
      if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
        for (const key9 in data39) {
          const _errs95 = errors;
          if (!(key9 === "acknowledgement" || key9 === "identity" || key9 === "clarification" || key9 === "extension" || key9 === "refusal" || key9 === "completion")) {
            const err97 = { instancePath: instancePath + "/letters", schemaPath: "#/properties/letters/propertyNames/enum", keyword: "enum", params: { allowedValues: schema31.properties.letters.propertyNames.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.letters.propertyNames.enum, parentSchema: schema31.properties.letters.propertyNames, data: key9, propertyName: key9 };
            if (vErrors === null) {
              vErrors = [err97];
            } else {
              vErrors.push(err97);
            }
            errors++;
          }
          var valid37 = _errs95 === errors;
          if (!valid37) {
            const err98 = { instancePath: instancePath + "/letters", schemaPath: "#/properties/letters/propertyNames", keyword: "propertyNames", params: { propertyName: key9 }, message: "property name must be valid", schema: schema31.properties.letters.propertyNames, parentSchema: schema31.properties.letters, data: data39 };
            if (vErrors === null) {
              vErrors = [err98];
            } else {
              vErrors.push(err98);
            }
            errors++;
          }
        }
        for (const key10 in data39) {
          let data40 = data39[key10];
          if (Array.isArray(data40)) {
            const len6 = data40.length;
            for (let i7 = 0; i7 < len6; i7++) {
              if (!validate52(data40[i7], { instancePath: instancePath + "/letters/" + key10.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i7, parentData: data40, parentDataProperty: i7, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err99 = { instancePath: instancePath + "/letters/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/letters/additionalProperties/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.letters.additionalProperties.type, parentSchema: schema31.properties.letters.additionalProperties, data: data40 };
            if (vErrors === null) {
              vErrors = [err99];
            } else {
              vErrors.push(err99);
            }
            errors++;
          }
        }
      } else {
        const err100 = { instancePath: instancePath + "/letters", schemaPath: "#/properties/letters/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.letters.type, parentSchema: schema31.properties.letters, data: data39 };
        if (vErrors === null) {
          vErrors = [err100];
        } else {
          vErrors.push(err100);
        }
        errors++;
      }
    }
    if (data.recordKeeping !== void 0) {
      let data42 = data.recordKeeping;
      if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
        if (data42.keep === void 0) {
          const err101 = { instancePath: instancePath + "/recordKeeping", schemaPath: "#/properties/recordKeeping/required", keyword: "required", params: { missingProperty: "keep" }, message: "must have required property 'keep'", schema: schema31.properties.recordKeeping.required, parentSchema: schema31.properties.recordKeeping, data: data42 };
          if (vErrors === null) {
            vErrors = [err101];
          } else {
            vErrors.push(err101);
          }
          errors++;
        }
        if (data42.citation === void 0) {
          const err102 = { instancePath: instancePath + "/recordKeeping", schemaPath: "#/properties/recordKeeping/required", keyword: "required", params: { missingProperty: "citation" }, message: "must have required property 'citation'", schema: schema31.properties.recordKeeping.required, parentSchema: schema31.properties.recordKeeping, data: data42 };
          if (vErrors === null) {
            vErrors = [err102];
          } else {
            vErrors.push(err102);
          }
          errors++;
        }
        for (const key11 in data42) {
          if (!(key11 === "keep" || key11 === "fields" || key11 === "citation")) {
            const err103 = { instancePath: instancePath + "/recordKeeping", schemaPath: "#/properties/recordKeeping/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.recordKeeping, data: data42 };
            if (vErrors === null) {
              vErrors = [err103];
            } else {
              vErrors.push(err103);
            }
            errors++;
          }
        }
        if (data42.keep !== void 0) {
          let data43 = data42.keep;
          if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
            if (data43.n === void 0) {
              const err104 = { instancePath: instancePath + "/recordKeeping/keep", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "n" }, message: "must have required property 'n'", schema: schema68.required, parentSchema: schema68, data: data43 };
              if (vErrors === null) {
                vErrors = [err104];
              } else {
                vErrors.push(err104);
              }
              errors++;
            }
            if (data43.unit === void 0) {
              const err105 = { instancePath: instancePath + "/recordKeeping/keep", schemaPath: "#/$defs/period/required", keyword: "required", params: { missingProperty: "unit" }, message: "must have required property 'unit'", schema: schema68.required, parentSchema: schema68, data: data43 };
              if (vErrors === null) {
                vErrors = [err105];
              } else {
                vErrors.push(err105);
              }
              errors++;
            }
            for (const key12 in data43) {
              if (!(key12 === "n" || key12 === "unit")) {
                const err106 = { instancePath: instancePath + "/recordKeeping/keep", schemaPath: "#/$defs/period/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data: data43 };
                if (vErrors === null) {
                  vErrors = [err106];
                } else {
                  vErrors.push(err106);
                }
                errors++;
              }
            }
            if (data43.n !== void 0) {
              let data44 = data43.n;
              if (!(typeof data44 == "number" && (!(data44 % 1) && !isNaN(data44)) && isFinite(data44))) {
                const err107 = { instancePath: instancePath + "/recordKeeping/keep/n", schemaPath: "#/$defs/period/properties/n/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema68.properties.n.type, parentSchema: schema68.properties.n, data: data44 };
                if (vErrors === null) {
                  vErrors = [err107];
                } else {
                  vErrors.push(err107);
                }
                errors++;
              }
              if (typeof data44 == "number" && isFinite(data44)) {
                if (data44 > 1e3 || isNaN(data44)) {
                  const err108 = { instancePath: instancePath + "/recordKeeping/keep/n", schemaPath: "#/$defs/period/properties/n/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema68.properties.n, data: data44 };
                  if (vErrors === null) {
                    vErrors = [err108];
                  } else {
                    vErrors.push(err108);
                  }
                  errors++;
                }
                if (data44 < 1 || isNaN(data44)) {
                  const err109 = { instancePath: instancePath + "/recordKeeping/keep/n", schemaPath: "#/$defs/period/properties/n/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema68.properties.n, data: data44 };
                  if (vErrors === null) {
                    vErrors = [err109];
                  } else {
                    vErrors.push(err109);
                  }
                  errors++;
                }
              }
            }
            if (data43.unit !== void 0) {
              let data45 = data43.unit;
              if (!(data45 === "hours" || data45 === "days" || data45 === "working-days" || data45 === "weeks" || data45 === "months" || data45 === "years")) {
                const err110 = { instancePath: instancePath + "/recordKeeping/keep/unit", schemaPath: "#/$defs/period/properties/unit/enum", keyword: "enum", params: { allowedValues: schema68.properties.unit.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.unit.enum, parentSchema: schema68.properties.unit, data: data45 };
                if (vErrors === null) {
                  vErrors = [err110];
                } else {
                  vErrors.push(err110);
                }
                errors++;
              }
            }
          } else {
            const err111 = { instancePath: instancePath + "/recordKeeping/keep", schemaPath: "#/$defs/period/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data: data43 };
            if (vErrors === null) {
              vErrors = [err111];
            } else {
              vErrors.push(err111);
            }
            errors++;
          }
        }
        if (data42.fields !== void 0) {
          let data46 = data42.fields;
          if (Array.isArray(data46)) {
            const len7 = data46.length;
            for (let i8 = 0; i8 < len7; i8++) {
              let data47 = data46[i8];
              if (typeof data47 === "string") {
                if (func2(data47) > 2e3) {
                  const err112 = { instancePath: instancePath + "/recordKeeping/fields/" + i8, schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data47 };
                  if (vErrors === null) {
                    vErrors = [err112];
                  } else {
                    vErrors.push(err112);
                  }
                  errors++;
                }
                if (func2(data47) < 1) {
                  const err113 = { instancePath: instancePath + "/recordKeeping/fields/" + i8, schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data47 };
                  if (vErrors === null) {
                    vErrors = [err113];
                  } else {
                    vErrors.push(err113);
                  }
                  errors++;
                }
                if (!pattern5.test(data47)) {
                  const err114 = { instancePath: instancePath + "/recordKeeping/fields/" + i8, schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data47 };
                  if (vErrors === null) {
                    vErrors = [err114];
                  } else {
                    vErrors.push(err114);
                  }
                  errors++;
                }
              } else {
                const err115 = { instancePath: instancePath + "/recordKeeping/fields/" + i8, schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data47 };
                if (vErrors === null) {
                  vErrors = [err115];
                } else {
                  vErrors.push(err115);
                }
                errors++;
              }
            }
          } else {
            const err116 = { instancePath: instancePath + "/recordKeeping/fields", schemaPath: "#/properties/recordKeeping/properties/fields/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.recordKeeping.properties.fields.type, parentSchema: schema31.properties.recordKeeping.properties.fields, data: data46 };
            if (vErrors === null) {
              vErrors = [err116];
            } else {
              vErrors.push(err116);
            }
            errors++;
          }
        }
        if (data42.citation !== void 0) {
          if (!validate21(data42.citation, { instancePath: instancePath + "/recordKeeping/citation", parentData: data42, parentDataProperty: "citation", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err117 = { instancePath: instancePath + "/recordKeeping", schemaPath: "#/properties/recordKeeping/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.recordKeeping.type, parentSchema: schema31.properties.recordKeeping, data: data42 };
        if (vErrors === null) {
          vErrors = [err117];
        } else {
          vErrors.push(err117);
        }
        errors++;
      }
    }
    if (data.notes !== void 0) {
      let data49 = data.notes;
      if (Array.isArray(data49)) {
        const len8 = data49.length;
        for (let i9 = 0; i9 < len8; i9++) {
          let data50 = data49[i9];
          if (typeof data50 === "string") {
            if (func2(data50) > 2e3) {
              const err118 = { instancePath: instancePath + "/notes/" + i9, schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33, data: data50 };
              if (vErrors === null) {
                vErrors = [err118];
              } else {
                vErrors.push(err118);
              }
              errors++;
            }
            if (func2(data50) < 1) {
              const err119 = { instancePath: instancePath + "/notes/" + i9, schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33, data: data50 };
              if (vErrors === null) {
                vErrors = [err119];
              } else {
                vErrors.push(err119);
              }
              errors++;
            }
            if (!pattern5.test(data50)) {
              const err120 = { instancePath: instancePath + "/notes/" + i9, schemaPath: "#/$defs/text/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$" }, message: 'must match pattern "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"', schema: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$", parentSchema: schema33, data: data50 };
              if (vErrors === null) {
                vErrors = [err120];
              } else {
                vErrors.push(err120);
              }
              errors++;
            }
          } else {
            const err121 = { instancePath: instancePath + "/notes/" + i9, schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.type, parentSchema: schema33, data: data50 };
            if (vErrors === null) {
              vErrors = [err121];
            } else {
              vErrors.push(err121);
            }
            errors++;
          }
        }
      } else {
        const err122 = { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.notes.type, parentSchema: schema31.properties.notes, data: data49 };
        if (vErrors === null) {
          vErrors = [err122];
        } else {
          vErrors.push(err122);
        }
        errors++;
      }
    }
  } else {
    const err123 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err123];
    } else {
      vErrors.push(err123);
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
