/** SARIF 2.1.0: findings for code scanning and its viewers. */
import type { Envelope, Finding, Findings, Report } from '../core/report.ts';
import { fileUri, manyLines, oneLine, sarifMessage, webAddress } from './escape.ts';
import { type Rendered, misfit } from './format.ts';
import { jsonWithItems } from './stream.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Paths are relative to where custos ran; whoever uploads the log knows where that is. */
const BASE = '%SRCROOT%';

export function sarif(report: Report, envelope: Envelope): Rendered {
  if (report.kind !== 'findings') throw misfit('sarif', report);
  const rules = rulesOf(report);
  const index = new Map(rules.map((rule, i) => [rule.id, i]));
  const run = {
    tool: { driver: { name: envelope.tool.name, version: envelope.tool.version, rules } },
    automationDetails: { id: `${envelope.schema.replace(/@\d+$/, '')}/` },
    invocations: [{ executionSuccessful: true, properties: { asOf: envelope.asOf, timeZone: envelope.timeZone } }],
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which custos was run.' } } },
    artifacts: envelope.inputs.map((input) => ({ location: artifact(input.path), roles: ['analysisTarget'], hashes: { 'sha-256': input.sha256 } })),
    results: [],
  };
  return jsonWithItems({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, results(report.items, index), 3);
}

interface Rule {
  id: string;
  shortDescription?: { text: string };
  help?: { text: string };
}

/** Every rule that ran, and any other that a finding names: each result points at its rule. */
function rulesOf({ rules, items }: Findings): Rule[] {
  const known: Rule[] = rules.map((r) => ({ id: r.id, shortDescription: { text: oneLine(r.title) }, help: { text: manyLines(r.help) } }));
  const ids = new Set(known.map((r) => r.id));
  for (const { rule } of items) {
    if (!ids.has(rule)) known.push({ id: rule });
    ids.add(rule);
  }
  return known;
}

function* results(items: readonly Finding[], index: ReadonlyMap<string, number>): Generator<object> {
  for (const item of items) {
    yield {
      ruleId: item.rule,
      ruleIndex: index.get(item.rule),
      level: item.severity,
      message: { text: sarifMessage(item.fix === '' ? item.message : `${item.message}\nFix: ${item.fix}`) },
      locations: locations(item),
      partialFingerprints: { 'custos/v1': item.fingerprint },
      suppressions: suppressions(item),
      properties: properties(item),
    };
  }
}

/** A file and a line where they are known, the row and its column by name. A finding about the ledger has no place. */
function locations({ at }: Finding): object[] {
  const region = at.line === undefined || at.line < 1 ? {} : { region: { startLine: at.line } };
  const physical = at.file === undefined ? {} : { physicalLocation: { artifactLocation: artifact(at.file), ...region } };
  const name = [at.key, at.column].filter((n) => n !== undefined).map((n) => oneLine(n));
  const logical = name.length === 0 ? {} : { logicalLocations: [{ name: name.at(-1), fullyQualifiedName: name.join('/') }] };
  return at.file === undefined && name.length === 0 ? [] : [{ ...physical, ...logical }];
}

function artifact(path: string): { uri: string; uriBaseId?: string } {
  const uri = fileUri(path);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: BASE };
}

/** Always there, so that a viewer knows that the others are not suppressed. */
function suppressions({ waived }: Finding): object[] {
  if (!waived) return [];
  const { reason, owner, expires } = waived;
  return [{ kind: 'external', status: 'accepted', justification: manyLines(`${reason} (${owner}, until ${expires})`) }];
}

function properties(item: Finding): object {
  return {
    kind: item.kind, area: item.area, field: item.at.field, promise: item.promise ?? undefined, waived: item.waived ?? undefined,
    citations: item.citations.map((c) => ({ ref: c.ref, url: webAddress(c.url) })),
  };
}
