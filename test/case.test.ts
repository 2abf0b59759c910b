import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendars, loadLaws, loadPlaces } from '../src/adapters/data.ts';
import { isClosed, markedFact, refuse, replay, timelineOf } from '../src/core/case.ts';
import { parseDay, parseMoment, formatDay } from '../src/core/date.ts';
import type { CaseEvent, EventBody } from '../src/core/event.ts';
import type { MarkName } from '../src/core/law.ts';
import type { Timeline } from '../src/core/timeline.ts';

const world = { places: loadPlaces(), calendars: calendars() };

function events(...bodies: EventBody[]): CaseEvent[] {
  return bodies.map((body, i) => ({ seq: i + 1, case: 'R-1', recordedAt: '2026-11-25T00:00:00Z', by: 'test', body, prev: '', hash: '' }));
}
const opened = (requestType: Timeline['requestType'], jurisdiction: string): EventBody => ({ type: 'opened', kind: 'request', requestType, jurisdiction });
const marked = (mark: MarkName, on: string, more: object = {}): EventBody => ({ type: 'marked', mark, on, ...more });

function timeline(...bodies: EventBody[]): Timeline {
  const record = replay(events(...bodies));
  assert.ok(record);
  return timelineOf(record, undefined, world);
}

/** The refusal of one more mark on a request, as one line. */
function said(base: Timeline, mark: MarkName, on: string, more: object = {}, asOf = '2026-12-31'): string {
  const laws = loadLaws(base.jurisdiction, world.places).map((l) => l.law);
  const refusal = refuse(base, markedFact({ type: 'marked', mark, on, ...more }, 99, base.zone), laws, parseMoment(asOf) as { day: number }, world);
  return refusal ? `${refusal.says} [${refusal.citation?.ref ?? '-'}]` : 'allowed';
}

describe('replaying events', () => {
  it('needs an opening', () => assert.equal(replay(events(marked('received', '2026-11-01'))), undefined));
  it('strikes and moves what corrections say, and undoes corrections that are struck', () => {
    const base = [opened('access', 'DE'), marked('received', '2026-11-01'), marked('answered', '2026-11-10', { outcome: 'granted' })];
    assert.deepEqual(timeline(...base, { type: 'corrected', event: 3 }).marks.map((m) => m.mark), ['received']);
    assert.equal(formatDay(timeline(...base, { type: 'corrected', event: 2, on: '2026-11-02' }).marks[0]?.on ?? 0), '2026-11-02');
    assert.deepEqual(timeline(...base, { type: 'corrected', event: 3 }, { type: 'corrected', event: 4 }).marks.map((m) => m.mark), ['received', 'answered']);
  });
  it('takes later facts over earlier ones', () => {
    const t = timeline(opened('access', 'DE'), marked('received', '2026-11-01'), { type: 'learned', requestType: 'erasure', jurisdiction: 'FR', role: 'processor' });
    assert.deepEqual([t.requestType, t.jurisdiction, t.facts['role'], t.zone], ['erasure', 'FR', 'processor', 'Europe/Paris']);
  });
  it('at a day, leaves out what happened later', () => {
    const record = replay(events(opened('access', 'DE'), marked('received', '2026-11-01'), marked('answered', '2026-11-10')));
    assert.ok(record);
    assert.equal(isClosed(timelineOf(record, undefined, world)), true);
    assert.equal(isClosed(timelineOf(record, undefined, world, { day: parseDay('2026-11-09') as number })), false);
  });
  it('an appeal opens an answered case again', () => {
    const base = [opened('access', 'US-VA'), marked('received', '2026-09-01'), marked('answered', '2026-09-10', { outcome: 'refused' }), marked('appealed', '2026-09-20')];
    assert.equal(isClosed(timeline(...base)), false);
    assert.equal(isClosed(timeline(...base, marked('answered', '2026-10-01', { outcome: 'granted' }))), true);
  });
});

describe('what the history forbids', () => {
  const base = timeline(opened('access', 'DE'), marked('received', '2026-11-01'));
  const table: [string, Timeline, MarkName, string, RegExp][] = [
    ['a date in the future', base, 'answered', '2027-01-15', /lies in the future: today is 2026-12-31/],
    ['an answer before receipt', base, 'answered', '2026-10-31', /request answered 2026-10-31 lies before the request received 2026-11-01/],
    ['receipt twice', base, 'received', '2026-11-02', /recorded already/],
    ['an answer to a question nobody asked', base, 'id-received', '2026-11-05', /which is not recorded/],
    ['a hold lifted that was never placed', base, 'hold-lifted', '2026-11-05', /which is not recorded/],
    ['answered twice', timeline(opened('access', 'DE'), marked('received', '2026-11-01'), marked('answered', '2026-11-05')), 'answered', '2026-11-06', /answered already/],
    ['anything after a withdrawal', timeline(opened('access', 'DE'), marked('received', '2026-11-01'), marked('withdrawn', '2026-11-05')), 'answered', '2026-11-06', /withdrew the request/],
    ['withdrawing what is answered', timeline(opened('access', 'DE'), marked('received', '2026-11-01'), marked('answered', '2026-11-05')), 'withdrawn', '2026-11-06', /nothing left to withdraw/],
    ['an appeal without an answer', timeline(opened('access', 'US-VA'), marked('received', '2026-11-01')), 'appealed', '2026-11-06', /an appeal needs an answer/],
    ['an answer before its question', timeline(opened('access', 'DE'), marked('received', '2026-11-01'), marked('id-requested', '2026-11-05')), 'id-received', '2026-11-04', /before what it answers/],
  ];
  for (const [name, on, mark, when, expected] of table) it(name, () => assert.match(said(on, mark, when), expected));
  it('what is allowed stays allowed', () => {
    assert.equal(said(base, 'answered', '2026-11-01'), 'allowed');
    assert.equal(said(base, 'requested', '2026-10-30'), 'allowed');
    assert.equal(said(base, 'hold-placed', '2026-10-01'), 'allowed');
  });
});

describe('what the law forbids, with its provision', () => {
  const eu = timeline(opened('access', 'DE'), marked('received', '2026-11-02'));
  const ca = timeline(opened('access', 'US-CA'), marked('received', '2026-11-02'));
  const optOut = timeline(opened('opt-out', 'US-CA'), marked('received', '2026-11-02'));
  it('an extension after the first deadline', () => {
    assert.equal(said(eu, 'extension-noticed', '2026-12-02'), 'allowed');
    assert.match(said(eu, 'extension-noticed', '2026-12-03'), /by 2026-12-02, within the first period; 2026-12-03 is too late \[GDPR Art\. 12\(3\)/);
  });
  it('a second extension', () => {
    const extended = timeline(opened('access', 'DE'), marked('received', '2026-11-02'), marked('extension-noticed', '2026-11-20'));
    assert.match(said(extended, 'extension-noticed', '2026-11-25'), /can be extended once \[GDPR Art\. 12\(3\)/);
  });
  it('an extension that is longer than the law allows, or none at all', () => {
    assert.equal(said(eu, 'extension-noticed', '2026-11-20', { until: '2027-02-02' }), 'allowed');
    assert.match(said(eu, 'extension-noticed', '2026-11-20', { until: '2027-02-03' }), /longer than the law allows: 2027-02-02 at the latest/);
    assert.match(said(eu, 'extension-noticed', '2026-11-20', { until: '2026-12-01' }), /does not extend anything/);
    assert.match(said(optOut, 'extension-noticed', '2026-11-20'), /allows no extension of this period \[.*7026/);
  });
  it('a pause under a law that knows none', () => {
    for (const mark of ['clarification-asked', 'id-requested', 'fee-asked'] as const) assert.match(said(ca, mark, '2026-11-10'), /does not stop for that; the 45 days begin on the day of receipt.*\[11 CCR 7021\(b\)/);
    assert.equal(said(eu, 'clarification-asked', '2026-11-10'), 'allowed');
  });
  it('clarification under UK law stops the clock for access only', () => {
    assert.equal(said(timeline(opened('access', 'GB'), marked('received', '2026-11-02')), 'clarification-asked', '2026-11-10'), 'allowed');
    assert.match(said(timeline(opened('erasure', 'GB'), marked('received', '2026-11-02')), 'clarification-asked', '2026-11-10'), /does not stop/);
  });
  it('an appeal under a law that has none', () => {
    const answered = timeline(opened('access', 'DE'), marked('received', '2026-11-02'), marked('answered', '2026-11-10', { outcome: 'refused' }));
    assert.match(said(answered, 'appealed', '2026-11-20'), /no internal appeal.*\[GDPR Arts 77, 79\]/);
  });
});
