import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { processOffsets } from '../src/adapters/zones.ts';
import { civil, dayIn, dayOf, daysInMonth, endOfDay, formatDay, formatInstant, formatLocal, isZone, parseDay, parseInstant, parseMoment, startOfDay, useOffsets, weekday, weekdayName } from '../src/core/date.ts';

const days = fc.integer({ min: parseDay('1900-01-01') as number, max: parseDay('2199-12-31') as number });
const recentDays = fc.integer({ min: parseDay('1975-01-01') as number, max: parseDay('2037-12-31') as number });
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const plain = (day: number) => Temporal.PlainDate.from(formatDay(day));

describe('calendar days', () => {
  it('agree with Temporal on civil date, weekday and month length', () => {
    fc.assert(fc.property(days, (day) => {
      const date = plain(day);
      assert.deepEqual(civil(day), { year: date.year, month: date.month, day: date.day });
      assert.equal(dayOf(date.year, date.month, date.day), day);
      assert.equal(weekday(day), date.dayOfWeek);
      assert.equal(daysInMonth(date.year, date.month), date.daysInMonth);
      assert.equal(parseDay(formatDay(day)), day);
    }));
  });
  it('are read only if they exist', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '1899-12-31', '2200-01-01', '2026-04-01 ', '', '２０２６-04-01']) assert.equal(parseDay(text), undefined, text);
    assert.equal(weekdayName(parseDay('2028-02-29') as number), 'Tuesday');
  });
});

describe('instants', () => {
  it('need an offset', () => {
    for (const text of ['2026-11-25T14:05', '2026-11-25T14:05:00', '2026-11-25T24:00Z', '2026-11-25T14:60Z', '2026-02-30T10:00Z', '2026-11-25T10:00+15:00', '14:05Z']) assert.equal(parseInstant(text), undefined, text);
  });
  it('agree with Temporal', () => {
    for (const text of ['2026-11-25T14:05:00+01:00', '2026-11-25T14:05Z', '2026-11-25T23:59:59.123-08:00', '2026-11-25T00:30:00+0530']) {
      assert.equal(parseInstant(text), Temporal.Instant.from(text).epochMilliseconds, text);
    }
    fc.assert(fc.property(fc.integer({ min: -2e12, max: 7e12 }), (t) => assert.equal(parseInstant(formatInstant(t)), t)));
  });
  it('fall on the day of the zone, also at 23:59', () => {
    const late = parseInstant('2026-11-25T23:59:00+01:00') as number;
    assert.equal(formatDay(dayIn(late, 'Europe/Berlin')), '2026-11-25');
    assert.equal(formatDay(dayIn(late, 'Asia/Tokyo')), '2026-11-26');
    assert.equal(formatLocal(late, 'America/Los_Angeles'), '2026-11-25 14:59 America/Los_Angeles');
  });
  it('are told apart from dates', () => {
    assert.deepEqual(parseMoment('2026-11-25'), { day: parseDay('2026-11-25') });
    assert.deepEqual(parseMoment('2026-11-25T00:00Z'), { instant: Date.UTC(2026, 10, 25) });
    assert.equal(parseMoment('yesterday'), undefined);
  });
});

describe('the start and end of a day in a zone', () => {
  it('agree with Temporal in every zone', () => {
    fc.assert(fc.property(recentDays, zones, (day, zone) => {
      assert.equal(startOfDay(day, zone), plain(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds, `${zone} ${formatDay(day)}`);
      assert.equal(dayIn(startOfDay(day, zone), zone) >= day, true);
      assert.equal(endOfDay(day, zone), startOfDay(day + 1, zone));
    }), { numRuns: 400 });
  });
  const odd = [
    ['Africa/Cairo', '2024-04-26', 'midnight does not exist'], ['America/Sao_Paulo', '2018-11-04', 'midnight does not exist'], ['Asia/Beirut', '2022-03-27', 'midnight does not exist'],
    ['America/Havana', '2024-11-03', 'midnight comes once, one o’clock twice'], ['Atlantic/Azores', '2024-10-27', 'midnight comes twice'],
    ['Pacific/Apia', '2011-12-30', 'the day does not exist'], ['Pacific/Apia', '2011-12-31', 'the day after a missing day'], ['Europe/Berlin', '2026-03-29', 'a day of 23 hours'],
  ] as const;
  for (const [zone, date, why] of odd) {
    it(`${zone} ${date}: ${why}`, () => assert.equal(startOfDay(parseDay(date) as number, zone), Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds));
  }
  it('are the same by the zone of the process', () => {
    const samples = fc.sample(fc.tuple(recentDays, zones), 400).map(([day, zone]) => ({ day, zone, start: startOfDay(day, zone) }));
    const before = process.env['TZ'];
    try {
      useOffsets(processOffsets);
      for (const { day, zone, start } of samples) assert.equal(startOfDay(day, zone), start, `${zone} ${formatDay(day)}`);
      for (const [zone, date] of odd) assert.equal(startOfDay(parseDay(date) as number, zone), Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds, zone);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
  it('zones are IANA names', () => {
    assert.equal(isZone('Europe/Berlin'), true);
    assert.equal(isZone('Europe/Atlantis'), false);
      });
});
