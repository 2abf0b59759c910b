/** The names of places (data/inventory-places.json), as texts are compared with them. */
import data from '../data/inventory-places.json' with { type: 'json' };
import { pack } from '../core/packed.ts';
import { forms } from './fold.ts';

const tables: readonly Readonly<Record<string, readonly string[]>>[] = [data.unions, data.countries, data.parts, data.regions];
/** What may be two places ("Georgia") is none. */
const unclear = new Set(data.unclear.flatMap(forms));

/** Squeezed names and codes, with the code of each. */
export const names = pack(tables.flatMap((table) => Object.entries(table).flatMap(([code, all]) => all.flatMap(forms).map((form) => [form, code] as const))).filter(([form]) => !unclear.has(form)));
export const countries = Object.keys(data.countries);
export const parts = Object.keys(data.parts);
export const unions = Object.keys(data.unions);
