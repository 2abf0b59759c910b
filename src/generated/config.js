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
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://custos.example/schemas/config.schema.json", "title": "custos.yaml: the organisation and its choices", "type": "object", "additionalProperties": false, "properties": { "organisation": { "type": "object", "additionalProperties": false, "properties": { "name": { "$ref": "#/$defs/text" }, "timeZone": { "$ref": "#/$defs/text" }, "establishedIn": { "type": "array", "items": { "$ref": "#/$defs/place" } }, "mainEstablishment": { "$ref": "#/$defs/place" }, "roles": { "type": "array", "items": { "enum": ["controller", "processor", "service-provider", "business-associate", "covered-entity"] } }, "contact": { "$ref": "#/$defs/contact" }, "dataProtectionOfficer": { "$ref": "#/$defs/contact" }, "representative": { "$ref": "#/$defs/contact" } } }, "ledger": { "$ref": "#/$defs/text" }, "user": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" }, "laws": { "$ref": "#/$defs/text" }, "templates": { "$ref": "#/$defs/text" }, "authorities": { "type": "object", "propertyNames": { "$ref": "#/$defs/place" }, "additionalProperties": { "$ref": "#/$defs/contact" } }, "calendars": { "type": "object", "additionalProperties": false, "properties": { "places": { "type": "object", "propertyNames": { "$ref": "#/$defs/place" }, "additionalProperties": { "$ref": "#/$defs/calendarId" } }, "own": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["id", "title", "from", "until"], "properties": { "id": { "$ref": "#/$defs/calendarId" }, "title": { "$ref": "#/$defs/text" }, "from": { "$ref": "#/$defs/date" }, "until": { "$ref": "#/$defs/date" }, "basedOn": { "$ref": "#/$defs/calendarId" }, "add": { "type": "object", "propertyNames": { "$ref": "#/$defs/date" }, "additionalProperties": { "$ref": "#/$defs/text" } }, "remove": { "type": "array", "items": { "$ref": "#/$defs/date" } } } } } } }, "keep": { "description": "How long personal data of closed requests are kept where the law sets no time.", "type": "object", "propertyNames": { "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }, "additionalProperties": { "$ref": "#/$defs/duration" } }, "audit": { "type": "object", "additionalProperties": false, "properties": { "dueWithin": { "type": "integer", "minimum": 0, "maximum": 365 }, "staleAfter": { "type": "integer", "minimum": 1, "maximum": 3650 }, "runEvery": { "type": "integer", "minimum": 1, "maximum": 366 }, "failOn": { "type": "string", "pattern": "^(error|warning|note|overdue|due:[0-9]{1,3}d|never)$" } } } }, "$defs": { "text": { "type": "string", "minLength": 1, "maxLength": 500 }, "place": { "type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, "date": { "type": "string", "format": "date" }, "calendarId": { "type": "string", "pattern": "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }, "duration": { "type": "string", "pattern": "^P[1-9][0-9]{0,3}[DMY]$" }, "contact": { "type": "object", "additionalProperties": false, "properties": { "name": { "$ref": "#/$defs/text" }, "email": { "$ref": "#/$defs/text" }, "phone": { "$ref": "#/$defs/text" }, "address": { "$ref": "#/$defs/text" }, "web": { "$ref": "#/$defs/text" } } } } };
var schema32 = { "type": "string", "minLength": 1, "maxLength": 500 };
var schema34 = { "type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" };
var schema47 = { "type": "string", "pattern": "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" };
var schema50 = { "type": "string", "format": "date" };
var schema56 = { "type": "string", "pattern": "^P[1-9][0-9]{0,3}[DMY]$" };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^[A-Z]{2}(-[A-Z0-9]{1,3})?$", "u");
var pattern6 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", "u");
var pattern9 = new RegExp("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", "u");
var pattern12 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
var pattern13 = new RegExp("^P[1-9][0-9]{0,3}[DMY]$", "u");
var pattern14 = new RegExp("^(error|warning|note|overdue|due:[0-9]{1,3}d|never)$", "u");
var schema36 = { "type": "object", "additionalProperties": false, "properties": { "name": { "$ref": "#/$defs/text" }, "email": { "$ref": "#/$defs/text" }, "phone": { "$ref": "#/$defs/text" }, "address": { "$ref": "#/$defs/text" }, "web": { "$ref": "#/$defs/text" } } };
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
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "email" || key0 === "phone" || key0 === "address" || key0 === "web")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema36, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 500) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data1 = data.email;
      if (typeof data1 === "string") {
        if (func2(data1) > 500) {
          const err4 = { instancePath: instancePath + "/email", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err5 = { instancePath: instancePath + "/email", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/email", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.phone !== void 0) {
      let data2 = data.phone;
      if (typeof data2 === "string") {
        if (func2(data2) > 500) {
          const err7 = { instancePath: instancePath + "/phone", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (func2(data2) < 1) {
          const err8 = { instancePath: instancePath + "/phone", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/phone", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      let data3 = data.address;
      if (typeof data3 === "string") {
        if (func2(data3) > 500) {
          const err10 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data3 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func2(data3) < 1) {
          const err11 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.web !== void 0) {
      let data4 = data.web;
      if (typeof data4 === "string") {
        if (func2(data4) > 500) {
          const err13 = { instancePath: instancePath + "/web", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data4 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func2(data4) < 1) {
          const err14 = { instancePath: instancePath + "/web", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/web", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data4 };
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
var formats0 = require_formats().fullFormats.date;
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
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.organisation !== void 0) {
      let data0 = data.organisation;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(key1 === "name" || key1 === "timeZone" || key1 === "establishedIn" || key1 === "mainEstablishment" || key1 === "roles" || key1 === "contact" || key1 === "dataProtectionOfficer" || key1 === "representative")) {
            const err1 = { instancePath: instancePath + "/organisation", schemaPath: "#/properties/organisation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.organisation, data: data0 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.name !== void 0) {
          let data1 = data0.name;
          if (typeof data1 === "string") {
            if (func2(data1) > 500) {
              const err2 = { instancePath: instancePath + "/organisation/name", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data1 };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (func2(data1) < 1) {
              const err3 = { instancePath: instancePath + "/organisation/name", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/organisation/name", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data1 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data0.timeZone !== void 0) {
          let data2 = data0.timeZone;
          if (typeof data2 === "string") {
            if (func2(data2) > 500) {
              const err5 = { instancePath: instancePath + "/organisation/timeZone", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data2 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (func2(data2) < 1) {
              const err6 = { instancePath: instancePath + "/organisation/timeZone", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/organisation/timeZone", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data2 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data0.establishedIn !== void 0) {
          let data3 = data0.establishedIn;
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (typeof data4 === "string") {
                if (!pattern4.test(data4)) {
                  const err8 = { instancePath: instancePath + "/organisation/establishedIn/" + i0, schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema34, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              } else {
                const err9 = { instancePath: instancePath + "/organisation/establishedIn/" + i0, schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.type, parentSchema: schema34, data: data4 };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
          } else {
            const err10 = { instancePath: instancePath + "/organisation/establishedIn", schemaPath: "#/properties/organisation/properties/establishedIn/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.organisation.properties.establishedIn.type, parentSchema: schema31.properties.organisation.properties.establishedIn, data: data3 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data0.mainEstablishment !== void 0) {
          let data5 = data0.mainEstablishment;
          if (typeof data5 === "string") {
            if (!pattern4.test(data5)) {
              const err11 = { instancePath: instancePath + "/organisation/mainEstablishment", schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema34, data: data5 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/organisation/mainEstablishment", schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.type, parentSchema: schema34, data: data5 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data0.roles !== void 0) {
          let data6 = data0.roles;
          if (Array.isArray(data6)) {
            const len1 = data6.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data7 = data6[i1];
              if (!(data7 === "controller" || data7 === "processor" || data7 === "service-provider" || data7 === "business-associate" || data7 === "covered-entity")) {
                const err13 = { instancePath: instancePath + "/organisation/roles/" + i1, schemaPath: "#/properties/organisation/properties/roles/items/enum", keyword: "enum", params: { allowedValues: schema31.properties.organisation.properties.roles.items.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.organisation.properties.roles.items.enum, parentSchema: schema31.properties.organisation.properties.roles.items, data: data7 };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
          } else {
            const err14 = { instancePath: instancePath + "/organisation/roles", schemaPath: "#/properties/organisation/properties/roles/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.organisation.properties.roles.type, parentSchema: schema31.properties.organisation.properties.roles, data: data6 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data0.contact !== void 0) {
          if (!validate21(data0.contact, { instancePath: instancePath + "/organisation/contact", parentData: data0, parentDataProperty: "contact", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
        if (data0.dataProtectionOfficer !== void 0) {
          if (!validate21(data0.dataProtectionOfficer, { instancePath: instancePath + "/organisation/dataProtectionOfficer", parentData: data0, parentDataProperty: "dataProtectionOfficer", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
        if (data0.representative !== void 0) {
          if (!validate21(data0.representative, { instancePath: instancePath + "/organisation/representative", parentData: data0, parentDataProperty: "representative", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/organisation", schemaPath: "#/properties/organisation/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.organisation.type, parentSchema: schema31.properties.organisation, data: data0 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.ledger !== void 0) {
      let data11 = data.ledger;
      if (typeof data11 === "string") {
        if (func2(data11) > 500) {
          const err16 = { instancePath: instancePath + "/ledger", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data11 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (func2(data11) < 1) {
          const err17 = { instancePath: instancePath + "/ledger", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data11 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/ledger", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data11 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.user !== void 0) {
      let data12 = data.user;
      if (typeof data12 === "string") {
        if (!pattern6.test(data12)) {
          const err19 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", parentSchema: schema31.properties.user, data: data12 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.user.type, parentSchema: schema31.properties.user, data: data12 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.laws !== void 0) {
      let data13 = data.laws;
      if (typeof data13 === "string") {
        if (func2(data13) > 500) {
          const err21 = { instancePath: instancePath + "/laws", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data13 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func2(data13) < 1) {
          const err22 = { instancePath: instancePath + "/laws", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data13 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/laws", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data13 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.templates !== void 0) {
      let data14 = data.templates;
      if (typeof data14 === "string") {
        if (func2(data14) > 500) {
          const err24 = { instancePath: instancePath + "/templates", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data14 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (func2(data14) < 1) {
          const err25 = { instancePath: instancePath + "/templates", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data14 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/templates", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data14 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.authorities !== void 0) {
      let data15 = data.authorities;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (const key2 in data15) {
          const _errs38 = errors;
          if (typeof key2 === "string") {
            if (!pattern4.test(key2)) {
              const err27 = { instancePath: instancePath + "/authorities", schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema34, data: key2, propertyName: key2 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/authorities", schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.type, parentSchema: schema34, data: key2, propertyName: key2 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          var valid13 = _errs38 === errors;
          if (!valid13) {
            const err29 = { instancePath: instancePath + "/authorities", schemaPath: "#/properties/authorities/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema31.properties.authorities.propertyNames, parentSchema: schema31.properties.authorities, data: data15 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        for (const key3 in data15) {
          if (!validate21(data15[key3], { instancePath: instancePath + "/authorities/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data15, parentDataProperty: key3, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/authorities", schemaPath: "#/properties/authorities/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.authorities.type, parentSchema: schema31.properties.authorities, data: data15 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.calendars !== void 0) {
      let data17 = data.calendars;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (const key4 in data17) {
          if (!(key4 === "places" || key4 === "own")) {
            const err31 = { instancePath: instancePath + "/calendars", schemaPath: "#/properties/calendars/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.calendars, data: data17 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data17.places !== void 0) {
          let data18 = data17.places;
          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            for (const key5 in data18) {
              const _errs48 = errors;
              if (typeof key5 === "string") {
                if (!pattern4.test(key5)) {
                  const err32 = { instancePath: instancePath + "/calendars/places", schemaPath: "#/$defs/place/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" }, message: 'must match pattern "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"', schema: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", parentSchema: schema34, data: key5, propertyName: key5 };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/calendars/places", schemaPath: "#/$defs/place/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.type, parentSchema: schema34, data: key5, propertyName: key5 };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
              var valid17 = _errs48 === errors;
              if (!valid17) {
                const err34 = { instancePath: instancePath + "/calendars/places", schemaPath: "#/properties/calendars/properties/places/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid", schema: schema31.properties.calendars.properties.places.propertyNames, parentSchema: schema31.properties.calendars.properties.places, data: data18 };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            for (const key6 in data18) {
              let data19 = data18[key6];
              if (typeof data19 === "string") {
                if (!pattern9.test(data19)) {
                  const err35 = { instancePath: instancePath + "/calendars/places/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/calendarId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }, message: 'must match pattern "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"', schema: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", parentSchema: schema47, data: data19 };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/calendars/places/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/calendarId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.type, parentSchema: schema47, data: data19 };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/calendars/places", schemaPath: "#/properties/calendars/properties/places/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.calendars.properties.places.type, parentSchema: schema31.properties.calendars.properties.places, data: data18 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data17.own !== void 0) {
          let data20 = data17.own;
          if (Array.isArray(data20)) {
            const len2 = data20.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data21 = data20[i2];
              if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                if (data21.id === void 0) {
                  const err38 = { instancePath: instancePath + "/calendars/own/" + i2, schemaPath: "#/properties/calendars/properties/own/items/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema31.properties.calendars.properties.own.items.required, parentSchema: schema31.properties.calendars.properties.own.items, data: data21 };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
                if (data21.title === void 0) {
                  const err39 = { instancePath: instancePath + "/calendars/own/" + i2, schemaPath: "#/properties/calendars/properties/own/items/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema31.properties.calendars.properties.own.items.required, parentSchema: schema31.properties.calendars.properties.own.items, data: data21 };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
                if (data21.from === void 0) {
                  const err40 = { instancePath: instancePath + "/calendars/own/" + i2, schemaPath: "#/properties/calendars/properties/own/items/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema31.properties.calendars.properties.own.items.required, parentSchema: schema31.properties.calendars.properties.own.items, data: data21 };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
                if (data21.until === void 0) {
                  const err41 = { instancePath: instancePath + "/calendars/own/" + i2, schemaPath: "#/properties/calendars/properties/own/items/required", keyword: "required", params: { missingProperty: "until" }, message: "must have required property 'until'", schema: schema31.properties.calendars.properties.own.items.required, parentSchema: schema31.properties.calendars.properties.own.items, data: data21 };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
                for (const key7 in data21) {
                  if (!(key7 === "id" || key7 === "title" || key7 === "from" || key7 === "until" || key7 === "basedOn" || key7 === "add" || key7 === "remove")) {
                    const err42 = { instancePath: instancePath + "/calendars/own/" + i2, schemaPath: "#/properties/calendars/properties/own/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.calendars.properties.own.items, data: data21 };
                    if (vErrors === null) {
                      vErrors = [err42];
                    } else {
                      vErrors.push(err42);
                    }
                    errors++;
                  }
                }
                if (data21.id !== void 0) {
                  let data22 = data21.id;
                  if (typeof data22 === "string") {
                    if (!pattern9.test(data22)) {
                      const err43 = { instancePath: instancePath + "/calendars/own/" + i2 + "/id", schemaPath: "#/$defs/calendarId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }, message: 'must match pattern "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"', schema: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", parentSchema: schema47, data: data22 };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                    }
                  } else {
                    const err44 = { instancePath: instancePath + "/calendars/own/" + i2 + "/id", schemaPath: "#/$defs/calendarId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.type, parentSchema: schema47, data: data22 };
                    if (vErrors === null) {
                      vErrors = [err44];
                    } else {
                      vErrors.push(err44);
                    }
                    errors++;
                  }
                }
                if (data21.title !== void 0) {
                  let data23 = data21.title;
                  if (typeof data23 === "string") {
                    if (func2(data23) > 500) {
                      const err45 = { instancePath: instancePath + "/calendars/own/" + i2 + "/title", schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data23 };
                      if (vErrors === null) {
                        vErrors = [err45];
                      } else {
                        vErrors.push(err45);
                      }
                      errors++;
                    }
                    if (func2(data23) < 1) {
                      const err46 = { instancePath: instancePath + "/calendars/own/" + i2 + "/title", schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data23 };
                      if (vErrors === null) {
                        vErrors = [err46];
                      } else {
                        vErrors.push(err46);
                      }
                      errors++;
                    }
                  } else {
                    const err47 = { instancePath: instancePath + "/calendars/own/" + i2 + "/title", schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data23 };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                }
                if (data21.from !== void 0) {
                  let data24 = data21.from;
                  if (typeof data24 === "string") {
                    if (!formats0.validate(data24)) {
                      const err48 = { instancePath: instancePath + "/calendars/own/" + i2 + "/from", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema50, data: data24 };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                  } else {
                    const err49 = { instancePath: instancePath + "/calendars/own/" + i2 + "/from", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data24 };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                }
                if (data21.until !== void 0) {
                  let data25 = data21.until;
                  if (typeof data25 === "string") {
                    if (!formats0.validate(data25)) {
                      const err50 = { instancePath: instancePath + "/calendars/own/" + i2 + "/until", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema50, data: data25 };
                      if (vErrors === null) {
                        vErrors = [err50];
                      } else {
                        vErrors.push(err50);
                      }
                      errors++;
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/calendars/own/" + i2 + "/until", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data25 };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
                if (data21.basedOn !== void 0) {
                  let data26 = data21.basedOn;
                  if (typeof data26 === "string") {
                    if (!pattern9.test(data26)) {
                      const err52 = { instancePath: instancePath + "/calendars/own/" + i2 + "/basedOn", schemaPath: "#/$defs/calendarId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }, message: 'must match pattern "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"', schema: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", parentSchema: schema47, data: data26 };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                  } else {
                    const err53 = { instancePath: instancePath + "/calendars/own/" + i2 + "/basedOn", schemaPath: "#/$defs/calendarId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.type, parentSchema: schema47, data: data26 };
                    if (vErrors === null) {
                      vErrors = [err53];
                    } else {
                      vErrors.push(err53);
                    }
                    errors++;
                  }
                }
                if (data21.add !== void 0) {
                  let data27 = data21.add;
                  if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                    for (const key8 in data27) {
                      const _errs77 = errors;
                      if (typeof key8 === "string") {
                        if (!formats0.validate(key8)) {
                          const err54 = { instancePath: instancePath + "/calendars/own/" + i2 + "/add", schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema50, data: key8, propertyName: key8 };
                          if (vErrors === null) {
                            vErrors = [err54];
                          } else {
                            vErrors.push(err54);
                          }
                          errors++;
                        }
                      } else {
                        const err55 = { instancePath: instancePath + "/calendars/own/" + i2 + "/add", schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: key8, propertyName: key8 };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                      var valid29 = _errs77 === errors;
                      if (!valid29) {
                        const err56 = { instancePath: instancePath + "/calendars/own/" + i2 + "/add", schemaPath: "#/properties/calendars/properties/own/items/properties/add/propertyNames", keyword: "propertyNames", params: { propertyName: key8 }, message: "property name must be valid", schema: schema31.properties.calendars.properties.own.items.properties.add.propertyNames, parentSchema: schema31.properties.calendars.properties.own.items.properties.add, data: data27 };
                        if (vErrors === null) {
                          vErrors = [err56];
                        } else {
                          vErrors.push(err56);
                        }
                        errors++;
                      }
                    }
                    for (const key9 in data27) {
                      let data28 = data27[key9];
                      if (typeof data28 === "string") {
                        if (func2(data28) > 500) {
                          const err57 = { instancePath: instancePath + "/calendars/own/" + i2 + "/add/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/text/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema32, data: data28 };
                          if (vErrors === null) {
                            vErrors = [err57];
                          } else {
                            vErrors.push(err57);
                          }
                          errors++;
                        }
                        if (func2(data28) < 1) {
                          const err58 = { instancePath: instancePath + "/calendars/own/" + i2 + "/add/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32, data: data28 };
                          if (vErrors === null) {
                            vErrors = [err58];
                          } else {
                            vErrors.push(err58);
                          }
                          errors++;
                        }
                      } else {
                        const err59 = { instancePath: instancePath + "/calendars/own/" + i2 + "/add/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data28 };
                        if (vErrors === null) {
                          vErrors = [err59];
                        } else {
                          vErrors.push(err59);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err60 = { instancePath: instancePath + "/calendars/own/" + i2 + "/add", schemaPath: "#/properties/calendars/properties/own/items/properties/add/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.calendars.properties.own.items.properties.add.type, parentSchema: schema31.properties.calendars.properties.own.items.properties.add, data: data27 };
                    if (vErrors === null) {
                      vErrors = [err60];
                    } else {
                      vErrors.push(err60);
                    }
                    errors++;
                  }
                }
                if (data21.remove !== void 0) {
                  let data29 = data21.remove;
                  if (Array.isArray(data29)) {
                    const len3 = data29.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data30 = data29[i3];
                      if (typeof data30 === "string") {
                        if (!formats0.validate(data30)) {
                          const err61 = { instancePath: instancePath + "/calendars/own/" + i2 + "/remove/" + i3, schemaPath: "#/$defs/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"', schema: "date", parentSchema: schema50, data: data30 };
                          if (vErrors === null) {
                            vErrors = [err61];
                          } else {
                            vErrors.push(err61);
                          }
                          errors++;
                        }
                      } else {
                        const err62 = { instancePath: instancePath + "/calendars/own/" + i2 + "/remove/" + i3, schemaPath: "#/$defs/date/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data30 };
                        if (vErrors === null) {
                          vErrors = [err62];
                        } else {
                          vErrors.push(err62);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err63 = { instancePath: instancePath + "/calendars/own/" + i2 + "/remove", schemaPath: "#/properties/calendars/properties/own/items/properties/remove/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.calendars.properties.own.items.properties.remove.type, parentSchema: schema31.properties.calendars.properties.own.items.properties.remove, data: data29 };
                    if (vErrors === null) {
                      vErrors = [err63];
                    } else {
                      vErrors.push(err63);
                    }
                    errors++;
                  }
                }
              } else {
                const err64 = { instancePath: instancePath + "/calendars/own/" + i2, schemaPath: "#/properties/calendars/properties/own/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.calendars.properties.own.items.type, parentSchema: schema31.properties.calendars.properties.own.items, data: data21 };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
            }
          } else {
            const err65 = { instancePath: instancePath + "/calendars/own", schemaPath: "#/properties/calendars/properties/own/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.calendars.properties.own.type, parentSchema: schema31.properties.calendars.properties.own, data: data20 };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
        }
      } else {
        const err66 = { instancePath: instancePath + "/calendars", schemaPath: "#/properties/calendars/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.calendars.type, parentSchema: schema31.properties.calendars, data: data17 };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
    if (data.keep !== void 0) {
      let data31 = data.keep;
      if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
        for (const key10 in data31) {
          const _errs91 = errors;
          if (typeof key10 === "string") {
            if (!pattern12.test(key10)) {
              const err67 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"', schema: "^[a-z0-9]+(-[a-z0-9]+)*$", parentSchema: schema31.properties.keep.propertyNames, data: key10, propertyName: key10 };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
          }
          var valid36 = _errs91 === errors;
          if (!valid36) {
            const err68 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/propertyNames", keyword: "propertyNames", params: { propertyName: key10 }, message: "property name must be valid", schema: schema31.properties.keep.propertyNames, parentSchema: schema31.properties.keep, data: data31 };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
        }
        for (const key11 in data31) {
          let data32 = data31[key11];
          if (typeof data32 === "string") {
            if (!pattern13.test(data32)) {
              const err69 = { instancePath: instancePath + "/keep/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/duration/pattern", keyword: "pattern", params: { pattern: "^P[1-9][0-9]{0,3}[DMY]$" }, message: 'must match pattern "^P[1-9][0-9]{0,3}[DMY]$"', schema: "^P[1-9][0-9]{0,3}[DMY]$", parentSchema: schema56, data: data32 };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
          } else {
            const err70 = { instancePath: instancePath + "/keep/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/duration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema56.type, parentSchema: schema56, data: data32 };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
        }
      } else {
        const err71 = { instancePath: instancePath + "/keep", schemaPath: "#/properties/keep/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.keep.type, parentSchema: schema31.properties.keep, data: data31 };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
    if (data.audit !== void 0) {
      let data33 = data.audit;
      if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
        for (const key12 in data33) {
          if (!(key12 === "dueWithin" || key12 === "staleAfter" || key12 === "runEvery" || key12 === "failOn")) {
            const err72 = { instancePath: instancePath + "/audit", schemaPath: "#/properties/audit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.audit, data: data33 };
            if (vErrors === null) {
              vErrors = [err72];
            } else {
              vErrors.push(err72);
            }
            errors++;
          }
        }
        if (data33.dueWithin !== void 0) {
          let data34 = data33.dueWithin;
          if (!(typeof data34 == "number" && (!(data34 % 1) && !isNaN(data34)) && isFinite(data34))) {
            const err73 = { instancePath: instancePath + "/audit/dueWithin", schemaPath: "#/properties/audit/properties/dueWithin/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.audit.properties.dueWithin.type, parentSchema: schema31.properties.audit.properties.dueWithin, data: data34 };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
          if (typeof data34 == "number" && isFinite(data34)) {
            if (data34 > 365 || isNaN(data34)) {
              const err74 = { instancePath: instancePath + "/audit/dueWithin", schemaPath: "#/properties/audit/properties/dueWithin/maximum", keyword: "maximum", params: { comparison: "<=", limit: 365 }, message: "must be <= 365", schema: 365, parentSchema: schema31.properties.audit.properties.dueWithin, data: data34 };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
            if (data34 < 0 || isNaN(data34)) {
              const err75 = { instancePath: instancePath + "/audit/dueWithin", schemaPath: "#/properties/audit/properties/dueWithin/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema31.properties.audit.properties.dueWithin, data: data34 };
              if (vErrors === null) {
                vErrors = [err75];
              } else {
                vErrors.push(err75);
              }
              errors++;
            }
          }
        }
        if (data33.staleAfter !== void 0) {
          let data35 = data33.staleAfter;
          if (!(typeof data35 == "number" && (!(data35 % 1) && !isNaN(data35)) && isFinite(data35))) {
            const err76 = { instancePath: instancePath + "/audit/staleAfter", schemaPath: "#/properties/audit/properties/staleAfter/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.audit.properties.staleAfter.type, parentSchema: schema31.properties.audit.properties.staleAfter, data: data35 };
            if (vErrors === null) {
              vErrors = [err76];
            } else {
              vErrors.push(err76);
            }
            errors++;
          }
          if (typeof data35 == "number" && isFinite(data35)) {
            if (data35 > 3650 || isNaN(data35)) {
              const err77 = { instancePath: instancePath + "/audit/staleAfter", schemaPath: "#/properties/audit/properties/staleAfter/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650", schema: 3650, parentSchema: schema31.properties.audit.properties.staleAfter, data: data35 };
              if (vErrors === null) {
                vErrors = [err77];
              } else {
                vErrors.push(err77);
              }
              errors++;
            }
            if (data35 < 1 || isNaN(data35)) {
              const err78 = { instancePath: instancePath + "/audit/staleAfter", schemaPath: "#/properties/audit/properties/staleAfter/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.audit.properties.staleAfter, data: data35 };
              if (vErrors === null) {
                vErrors = [err78];
              } else {
                vErrors.push(err78);
              }
              errors++;
            }
          }
        }
        if (data33.runEvery !== void 0) {
          let data36 = data33.runEvery;
          if (!(typeof data36 == "number" && (!(data36 % 1) && !isNaN(data36)) && isFinite(data36))) {
            const err79 = { instancePath: instancePath + "/audit/runEvery", schemaPath: "#/properties/audit/properties/runEvery/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.audit.properties.runEvery.type, parentSchema: schema31.properties.audit.properties.runEvery, data: data36 };
            if (vErrors === null) {
              vErrors = [err79];
            } else {
              vErrors.push(err79);
            }
            errors++;
          }
          if (typeof data36 == "number" && isFinite(data36)) {
            if (data36 > 366 || isNaN(data36)) {
              const err80 = { instancePath: instancePath + "/audit/runEvery", schemaPath: "#/properties/audit/properties/runEvery/maximum", keyword: "maximum", params: { comparison: "<=", limit: 366 }, message: "must be <= 366", schema: 366, parentSchema: schema31.properties.audit.properties.runEvery, data: data36 };
              if (vErrors === null) {
                vErrors = [err80];
              } else {
                vErrors.push(err80);
              }
              errors++;
            }
            if (data36 < 1 || isNaN(data36)) {
              const err81 = { instancePath: instancePath + "/audit/runEvery", schemaPath: "#/properties/audit/properties/runEvery/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.audit.properties.runEvery, data: data36 };
              if (vErrors === null) {
                vErrors = [err81];
              } else {
                vErrors.push(err81);
              }
              errors++;
            }
          }
        }
        if (data33.failOn !== void 0) {
          let data37 = data33.failOn;
          if (typeof data37 === "string") {
            if (!pattern14.test(data37)) {
              const err82 = { instancePath: instancePath + "/audit/failOn", schemaPath: "#/properties/audit/properties/failOn/pattern", keyword: "pattern", params: { pattern: "^(error|warning|note|overdue|due:[0-9]{1,3}d|never)$" }, message: 'must match pattern "^(error|warning|note|overdue|due:[0-9]{1,3}d|never)$"', schema: "^(error|warning|note|overdue|due:[0-9]{1,3}d|never)$", parentSchema: schema31.properties.audit.properties.failOn, data: data37 };
              if (vErrors === null) {
                vErrors = [err82];
              } else {
                vErrors.push(err82);
              }
              errors++;
            }
          } else {
            const err83 = { instancePath: instancePath + "/audit/failOn", schemaPath: "#/properties/audit/properties/failOn/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.audit.properties.failOn.type, parentSchema: schema31.properties.audit.properties.failOn, data: data37 };
            if (vErrors === null) {
              vErrors = [err83];
            } else {
              vErrors.push(err83);
            }
            errors++;
          }
        }
      } else {
        const err84 = { instancePath: instancePath + "/audit", schemaPath: "#/properties/audit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.audit.type, parentSchema: schema31.properties.audit, data: data33 };
        if (vErrors === null) {
          vErrors = [err84];
        } else {
          vErrors.push(err84);
        }
        errors++;
      }
    }
  } else {
    const err85 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err85];
    } else {
      vErrors.push(err85);
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
