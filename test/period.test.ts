import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatDay, parseDay, parseInstant } from '../src/core/date.ts';
import { type Calendar, type Counted, type Counting, type Period, addHours, addMonths, addPeriod, whyClosed } from '../src/core/period.ts';

const day = (text: string): number => {
  const found = parseDay(text);
  assert.notEqual(found, undefined, text);
  return found as number;
};
const citation = { ref: 'a test', verified: false };
const counting = (over: Partial<Counting> = {}): Counting => ({ says: 'test', firstDay: 'excluded', shortMonth: 'last-day', lastDayClosed: 'keep', hours: 'elapsed', citation, ...over });
const weekend = { weekdays: [6, 7], holidays: 'none' } as const;
const working = counting({ lastDayClosed: 'next-open', closed: { ...weekend, weekdays: [...weekend.weekdays] } });
const christmas: Calendar = { id: 'T', title: 'Testland', from: day('2020-01-01'), until: day('2030-12-31'), holidays: new Map([[day('2026-12-25'), 'Christmas Day'], [day('2026-12-26'), 'Second Day of Christmas']]) };
const withHolidays = counting({ lastDayClosed: 'next-open', closed: { weekdays: [6, 7], holidays: 'T' } });

function end(counted: Counted): string {
  assert.ok(!('unknown' in counted), JSON.stringify(counted));
  return formatDay(counted.end);
}
const months = (n: number): Period => ({ n, unit: 'months' });
const daysOf = (n: number): Period => ({ n, unit: 'days' });

const days = fc.integer({ min: day('1990-01-01'), max: day('2090-12-31') });
const small = fc.integer({ min: 0, max: 60 });

describe('months', () => {
  const table = [
    ['2026-01-31', 1, '2026-02-28', 'no 31 February'], ['2028-01-31', 1, '2028-02-29', 'leap year'], ['2026-01-31', 3, '2026-04-30', 'from the original day, never from a clamped one'],
    ['2026-08-31', 1, '2026-09-30', 'no 31 September'], ['2024-02-29', 12, '2025-02-28', 'no 29 February'], ['2026-03-15', 1, '2026-04-15', 'corresponding date'], ['2026-12-31', 2, '2027-02-28', 'over new year'],
  ] as const;
  for (const [from, n, to, why] of table) it(`${from} + ${n}: ${to} (${why})`, () => assert.equal(end(addPeriod(day(from), months(n), counting(), undefined)), to));

  it('the short-month rule is a choice', () => {
    assert.equal(formatDay(addMonths(day('2026-01-31'), 1, 'next-day') as number), '2026-03-01');
    assert.equal(addMonths(day('2026-01-31'), 1, 'refuse'), undefined);
    assert.match((addPeriod(day('2026-01-31'), months(1), counting({ shortMonth: 'refuse' }), undefined) as { unknown: string }).unknown, /no corresponding date/);
  });
  it('a period that includes its first day ends on the eve, or with the month', () => {
    assert.equal(end(addPeriod(day('2026-03-15'), months(1), counting({ firstDay: 'included' }), undefined)), '2026-04-14');
    assert.equal(end(addPeriod(day('2026-01-31'), months(1), counting({ firstDay: 'included' }), undefined)), '2026-02-28');
  });
  it('agree with Temporal', () => {
    fc.assert(fc.property(days, small, (d, n) => {
      const expected = Temporal.PlainDate.from(formatDay(d)).add({ months: n }).toString();
      assert.equal(end(addPeriod(d, months(n), counting(), undefined)), expected);
    }));
  });
  it('a year is twelve months, also from 29 February', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 9 }), (d, n) => assert.equal(end(addPeriod(d, { n, unit: 'years' }, counting(), undefined)), end(addPeriod(d, months(12 * n), counting(), undefined)))));
  });
  it('keep the order of days', () => {
    fc.assert(fc.property(days, days, small, (a, b, n) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      for (const rule of ['last-day', 'next-day'] as const) assert.ok((addMonths(first, n, rule) as number) <= (addMonths(second, n, rule) as number));
    }));
  });
  it('the two roundings differ by at most one day', () => {
    fc.assert(fc.property(days, small, (d, n) => {
      const difference = (addMonths(d, n, 'next-day') as number) - (addMonths(d, n, 'last-day') as number);
      assert.ok(difference === 0 || difference === 1);
    }));
  });
  it('false properties stay false: the counter-examples', () => {
    const plusDay = (d: number) => d + 1;
    const plusMonth = (d: number) => addMonths(d, 1, 'last-day') as number;
    assert.notEqual(plusMonth(plusDay(day('2026-01-30'))), plusDay(plusMonth(day('2026-01-30'))));
    assert.notEqual(plusMonth(plusMonth(day('2026-01-31'))), addMonths(day('2026-01-31'), 2, 'last-day'));
  });
});

describe('days', () => {
  it('add up, and agree with Temporal', () => {
    fc.assert(fc.property(days, small, small, (d, x, y) => {
      const plus = (from: number, n: number) => day(end(addPeriod(from, daysOf(n), counting(), undefined)));
      assert.equal(plus(plus(d, x), y), plus(d, x + y));
      assert.equal(formatDay(plus(d, x)), Temporal.PlainDate.from(formatDay(d)).add({ days: x }).toString());
    }));
  });
  it('with the first day included end one day sooner; weeks are seven days', () => {
    assert.equal(end(addPeriod(day('2026-11-22'), daysOf(45), counting(), undefined)), '2027-01-06');
    assert.equal(end(addPeriod(day('2026-11-22'), daysOf(45), counting({ firstDay: 'included' }), undefined)), '2027-01-05');
    assert.equal(end(addPeriod(day('2026-11-22'), { n: 2, unit: 'weeks' }, counting(), undefined)), '2026-12-06');
  });
  it('that do not count are added before the end is rolled, once', () => {
    assert.equal(end(addPeriod(day('2026-09-01'), months(1), working, undefined, 8)), '2026-10-09');
    assert.equal(end(addPeriod(day('2026-09-01'), months(1), working, undefined, 9)), '2026-10-12');
  });
  it('a short period includes its minimum of working days', () => {
    const rule = counting({ ...working, minOpenDays: { open: 2, ifDays: 2 } });
    assert.equal(end(addPeriod(day('2026-11-27'), daysOf(2), rule, undefined)), '2026-12-01', 'Friday + 2: Monday and Tuesday are the two working days');
    assert.equal(end(addPeriod(day('2026-11-27'), daysOf(1), rule, undefined)), '2026-11-30', 'one day: the minimum does not apply, the end rolls');
  });
});

describe('a last day that is closed', () => {
  it('moves on, back, or not, as the law says', () => {
    const from = day('2026-11-25');
    assert.equal(end(addPeriod(from, months(1), withHolidays, christmas)), '2026-12-28');
    assert.equal(end(addPeriod(from, months(1), counting({ ...withHolidays, lastDayClosed: 'previous-open' }), christmas)), '2026-12-24');
    const silent = addPeriod(from, months(1), counting({ ...withHolidays, lastDayClosed: 'unspecified' }), christmas);
    assert.equal(end(silent), '2026-12-25');
    assert.ok(!('unknown' in silent) && silent.steps.some((s) => s.says.includes('2026-12-28')), 'the rolled date is told as information');
  });
  it('names every day that was passed over', () => {
    const counted = addPeriod(day('2026-11-25'), months(1), withHolidays, christmas);
    assert.ok(!('unknown' in counted));
    assert.deepEqual(counted.steps.at(-1)?.skipped, [{ date: '2026-12-25', why: 'Christmas Day' }, { date: '2026-12-26', why: 'Second Day of Christmas' }, { date: '2026-12-27', why: 'Sunday' }]);
  });
  it('is never the result of rolling', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 12 }), (d, n) => {
      const counted = addPeriod(d, months(n), working, undefined);
      assert.ok(!('unknown' in counted) && counted.end >= counted.raw && whyClosed(counted.end, working, undefined) === undefined && counted.end - counted.raw <= 2);
    }));
  });
});

describe('working days', () => {
  const table = [
    ['2026-11-23', 10, '2026-12-07', 'Monday + 10'], ['2026-11-21', 1, '2026-11-23', 'from a Saturday'], ['2026-11-22', 5, '2026-11-27', 'from a Sunday'],
  ] as const;
  for (const [from, n, to, why] of table) it(`${from} + ${n}: ${to} (${why})`, () => assert.equal(end(addPeriod(day(from), { n, unit: 'working-days' }, working, undefined)), to));
  it('skip holidays and name them', () => {
    const counted = addPeriod(day('2026-12-23'), { n: 3, unit: 'working-days' }, withHolidays, christmas);
    assert.equal(end(counted), '2026-12-29');
    assert.ok(!('unknown' in counted) && counted.steps[0]?.skipped.some((s) => s.why === 'Christmas Day'));
  });
  it('a first day that counts', () => {
    assert.equal(end(addPeriod(day('2026-11-23'), { n: 1, unit: 'working-days' }, counting({ ...working, firstDay: 'included' }), undefined)), '2026-11-23');
  });
});

describe('what cannot be counted is unknown', () => {
  it('without a calendar, or outside its years', () => {
    assert.match((addPeriod(day('2026-11-25'), months(1), withHolidays, undefined) as { unknown: string }).unknown, /no holiday calendar/);
    assert.match((addPeriod(day('2030-12-15'), months(1), withHolidays, christmas) as { unknown: string }).unknown, /2020-01-01 to 2030-12-31 only/);
    assert.match((addPeriod(day('2019-12-15'), months(1), withHolidays, christmas) as { unknown: string }).unknown, /only/);
  });
  it('the edge of the years is inside', () => assert.equal(end(addPeriod(day('2030-11-29'), months(1), withHolidays, christmas)), '2030-12-30'));
});

describe('hours', () => {
  const at = (text: string) => parseInstant(text) as number;
  it('elapse through clock changes, weekends and new year', () => {
    assert.equal(addHours(at('2026-10-24T12:00:00+02:00'), 72, { hours: 'elapsed' }), at('2026-10-27T11:00:00+01:00'));
    assert.equal(addHours(at('2026-12-30T23:30:00+01:00'), 72, { hours: 'elapsed' }), at('2027-01-02T23:30:00+01:00'));
  });
  it('may begin with the next full hour', () => {
    assert.equal(addHours(at('2026-11-25T14:05:00Z'), 72, { hours: 'from-next-full-hour' }), at('2026-11-28T15:00:00Z'));
    assert.equal(addHours(at('2026-11-25T14:00:00Z'), 72, { hours: 'from-next-full-hour' }), at('2026-11-28T15:00:00Z'));
  });
  it('agree with Temporal', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1000 }), (t, n) => assert.equal(addHours(t, n, { hours: 'elapsed' }), Temporal.Instant.fromEpochMilliseconds(t).add({ hours: n }).epochMilliseconds)));
  });
  it('are not counted from a day', () => assert.throws(() => addPeriod(0, { n: 72, unit: 'hours' }, counting(), undefined), RangeError));
});
