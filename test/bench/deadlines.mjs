// Deadlines from scratch against temporal-polyfill adding one month and rolling, in the same process.
// Usage: node --import tsx test/bench/deadlines.mjs
import { Temporal } from 'temporal-polyfill';
import { calendars, loadLaws, loadPlaces } from '../../src/adapters/data.ts';
import { parseDay } from '../../src/core/date.ts';
import { deadlines } from '../../src/core/deadline.ts';

const world = { places: loadPlaces(), calendars: calendars() };
const kinds = [['access', 'DE'], ['erasure', 'US-CA'], ['access', 'GB-SCT'], ['opt-out', 'US-CA'], ['access', 'CA-ON'], ['rectification', 'FR'], ['access', 'US-VA'], ['access', 'JP']];
const laws = new Map(kinds.map(([, place]) => [place, loadLaws(place, world.places).map((l) => l.law)]));
const today = parseDay('2026-11-25');

function cpu(work) {
  const before = process.cpuUsage();
  const count = work();
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

function custos(cases) {
  let items = 0;
  for (let i = 0; i < cases; i += 1) {
    const [requestType, jurisdiction] = kinds[i % kinds.length];
    const timeline = { id: `R-${i}`, requestType, jurisdiction, zone: world.places[jurisdiction].zone, facts: {}, marks: [{ mark: 'received', on: today - (i % 60), event: 1 }] };
    items += deadlines(laws.get(jurisdiction), timeline, { day: today }, world).items.length;
  }
  return items;
}

function temporal(n) {
  const closed = new Set(['2026-12-25', '2026-12-26', '2027-01-01']);
  for (let i = 0; i < n; i += 1) {
    let day = Temporal.PlainDate.from('2026-09-28').add({ days: i % 60 }).add({ months: 1 });
    while (day.dayOfWeek > 5 || closed.has(day.toString())) day = day.add({ days: 1 });
  }
  return n;
}

custos(5000);
temporal(5000);
const rounds = Array.from({ length: 5 }, () => [cpu(() => custos(20_000)), cpu(() => temporal(20_000))]);
const [ours, theirs] = [0, 1].map((k) => rounds.map((r) => r[k]).toSorted((a, b) => a - b)[2]);
console.log(`deadlines with all readings and steps: ${Math.round(ours)} a CPU second; temporal-polyfill, one month and roll: ${Math.round(theirs)}; ratio ${(ours / theirs).toFixed(2)}`);
console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`);
