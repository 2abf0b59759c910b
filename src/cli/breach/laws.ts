/** The laws that a breach is held against: of the places concerned, the organisation's promises, and what it has agreed with others. */
import path from 'node:path';
import type { BreachContract } from '../../adapters/config.ts';
import { type LoadedBreachLaw, loadBreachLaw, loadBreachLaws } from '../../adapters/breach-laws.ts';
import { concernsParty, contractLaw, setsOf } from '../../core/breach-contract.ts';
import { type BreachFile, knowledge } from '../../core/breach-facts.ts';
import type { BreachLaw } from '../../core/breach-law.ts';
import { partsOf } from '../../core/breach-sets.ts';
import { formatDay, momentDay } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import { type Places, nearest } from '../../core/places.ts';
import { parseDuration } from '../../core/period.ts';
import type { LawUsed } from '../../core/report.ts';
import { type App, replaced } from '../app.ts';
import type { EarlierLaws } from '../shelf.ts';

export interface Laws {
  laws: readonly BreachLaw[];
  /** Those that come from files of ours, for the head of a report. */
  used: readonly LawUsed[];
}

/** Roles that a law of the United States gives; where the people are does not matter for it. */
const US_ROLES = ['covered-entity', 'business-associate', 'phr-vendor', 'health-facility'];

/** Law files read once for all the breaches of a run. */
export class LawShelf {
  private readonly app: App;
  private readonly earlier: EarlierLaws | undefined;
  private readonly byPlaces = new Map<string, readonly LoadedBreachLaw[]>();
  private promised: Promise<ReadonlySet<string> | undefined> | undefined;

  /** `earlier`: law files that take the place of the present ones. */
  constructor(app: App, earlier?: EarlierLaws) {
    this.app = app;
    this.earlier = earlier;
  }

  async of(file: BreachFile, named?: readonly string[]): Promise<Laws> {
    const agreed = await this.agreed(file);
    if (named) return this.named(named, agreed);
    const { places } = await this.app.world();
    const codes = placesOf(file);
    const key = codes?.join(' ') ?? '*';
    const loaded = this.byPlaces.get(key) ?? (await this.load(codes, places));
    this.byPlaces.set(key, loaded);
    const promised = await this.promises();
    const used = loaded.filter(({ law }) => !isPromise(law.id) || promised?.has(law.id) === true);
    return { laws: [...used.map(({ law }) => law), ...agreed], used };
  }

  private async load(codes: readonly string[] | undefined, places: Places): Promise<readonly LoadedBreachLaw[]> {
    const now = replaced(loadBreachLaws(codes, places), (await this.app.ownLaws()).breachLaws);
    return this.earlier ? this.earlier.breaches(now) : now;
  }

  private async named(ids: readonly string[], agreed: readonly BreachLaw[]): Promise<Laws> {
    const used: LoadedBreachLaw[] = [];
    const own: BreachLaw[] = [];
    const promised = await this.promises();
    for (const id of new Set(ids.map((i) => i.trim().toLowerCase()))) {
      const contract = agreed.find((law) => law.id === id);
      const loaded = contract ? undefined : await findLaw(this.app, id);
      if (contract) own.push(contract);
      else if (!loaded) throw await unknownLaw(this.app, id, agreed);
      else if (isPromise(id) && promised && !promised.has(id)) throw new UserError('unknown-law', `the privacy policy does not promise what ${id} says`, { hint: `a promise of it has drafts: [{ law: ${id}, to: people }] in the policy file` });
      else used.push(loaded);
    }
    return { laws: [...used.map(({ law }) => law), ...own], used };
  }

  /** The notices that the configured policy promises; `undefined` without a policy. */
  private promises(): Promise<ReadonlySet<string> | undefined> {
    return (this.promised ??= (async () => {
      const { config, file } = await this.app.config();
      if (config.policy === undefined) return undefined;
      const { promisedNotices } = await import('../../adapters/promised.ts');
      const at = path.resolve(path.dirname(file ?? this.app.io.cwd), config.policy);
      return promisedNotices(at, path.relative(this.app.io.cwd, at) || at);
    })());
  }

  /** Contracts of the configuration, and times that the facts say were agreed with the customer of a data set. */
  private async agreed(file: BreachFile): Promise<BreachLaw[]> {
    const { config } = await this.app.config();
    const on = formatDay(momentDay(this.app.now, config.organisation?.timeZone ?? 'UTC'));
    const sets = file.dataSets ?? [];
    const contracts = (config.breach?.contracts ?? []).map((contract, i) => {
      const forCustomer = isForCustomer(contract.audience);
      const law = contractLaw({ ...readTerms(contract), id: `contract-${i + 1}` }, forCustomer ? concernsParty(contract.counterparty, sets) : true, on);
      const parts = forCustomer ? setsOf(contract.counterparty, sets) : [];
      return parts.length > 0 ? { ...law, parts } : law;
    });
    const fromSets = sets.flatMap((set, i) => {
      const { noticeWithin, customer, contract } = set as { noticeWithin?: unknown; customer?: unknown; contract?: unknown };
      const within = typeof noticeWithin === 'string' ? parseDuration(noticeWithin) : undefined;
      if (!within) return [];
      const shown = (text: unknown): text is string => this.app.globals.reveal === true && typeof text === 'string' && text !== 'unknown';
      const party = shown(customer) ? customer : `the customer of data set ${i + 1}`;
      const audience = set.role === 'business-associate' ? 'covered-entity' : 'controller';
      return [{ ...contractLaw({ id: `contract-set-${i + 1}`, counterparty: party, audience, within, from: 'aware', ref: shown(contract) ? contract : `contract for data set ${i + 1}` }, true, on), parts: [i] }];
    });
    return [...contracts, ...fromSets];
  }
}

function readTerms({ counterparty, audience, within, from, citation }: BreachContract) {
  return { counterparty, audience, within: parseDuration(within) as NonNullable<ReturnType<typeof parseDuration>>, from, ref: citation };
}

/** Customers are told of their own data; insurers and others of any breach. */
const isForCustomer = (audience: string): boolean => audience === 'controller' || audience === 'covered-entity';

const isPromise = (id: string): boolean => id.startsWith('own-policy');

/** Whether a law stands for a contract: it has no text that anybody could have compared. */
export const isContract = (id: string): boolean => id.startsWith('contract-');

/** A breach law, the organisation's or ours, by its id. */
export async function findLaw(app: App, id: string): Promise<LoadedBreachLaw | undefined> {
  return (await app.ownLaws()).breachLaws.find(({ law }) => law.id === id) ?? loadBreachLaw(id);
}

/** The same; one that nobody knows is an error. */
export async function knownLaw(app: App, typed: string): Promise<LoadedBreachLaw> {
  const id = typed.trim().toLowerCase();
  const loaded = await findLaw(app, id);
  if (!loaded) throw await unknownLaw(app, id, []);
  return loaded;
}

/** The name of a phase or of a variant of notices to one audience (any, if not given) under these laws; one that none has is an error. */
export function noticeName(laws: readonly BreachLaw[], audience: string | undefined, what: 'phase' | 'variant', typed: string): string {
  const duties = laws.flatMap((law) => law.obligations).filter((o) => audience === undefined || o.audience === audience);
  const names = [...new Set(duties.flatMap((o) => (what === 'variant' ? [o.variant ?? []].flat() : o.terms.flatMap((term) => (term.phases ?? []).map((phase) => phase.id)))))].toSorted();
  if (names.includes(typed)) return typed;
  const near = nearest(typed, names);
  const under = laws.length === 1 && laws[0] ? ` under ${laws[0].id}` : '';
  throw new UserError('bad-value', `there is no ${what} “${typed}” of a notice${audience === undefined ? '' : ` to ${audience}`}${under}`, { hint: near ? `did you mean ${near}?` : names.length > 0 ? `one of: ${names.join(', ')}` : `leave it out: such a notice has no ${what}s` });
}

async function unknownLaw(app: App, id: string, agreed: readonly BreachLaw[]): Promise<UserError> {
  const ids = [...(await app.allBreachLaws()).map(({ law }) => law.id), ...agreed.map((law) => law.id)];
  const near = nearest(id, ids);
  return new UserError('unknown-law', `there is no breach law “${id}”`, { hint: near ? `did you mean ${near}?` : 'custos law list names them' });
}

/** The places that decide which laws are looked at; `undefined` where nobody knows where some of the people are. */
function placesOf(file: BreachFile): string[] | undefined {
  const codes = new Set<string>();
  const whole = knowledge(file, 'people.byJurisdiction');
  for (const part of [file, ...partsOf(file).map((p) => p.file)]) {
    const listed = knowledge(part, 'people.byJurisdiction');
    if ('value' in listed) for (const code of Object.keys(listed.value as object)) codes.add(code);
    // The whole of a breach with data sets need not say what they say, and they need not say what the whole does.
    else if (!('notApplicable' in listed) && (part !== file || (file.dataSets ?? []).length === 0) && !('value' in whole)) return undefined;
  }
  for (const key of ['establishedIn', 'mainEstablishment'] as const) {
    const at = knowledge(file, `organisation.${key}`);
    const values = 'value' in at ? [at.value].flat() : [];
    for (const code of values) if (typeof code === 'string' && code !== 'unknown') codes.add(code);
  }
  const roles = [file.roles, ...(file.dataSets ?? []).map((set) => set.role)].flat();
  if (roles.some((role) => typeof role === 'string' && US_ROLES.includes(role))) codes.add('US');
  return [...codes].toSorted();
}
