/** Why a person should look at a retention text that was read all the same. Nothing of the text is quoted. */
const DOUBTS = {
  unread: 'some of its words were not understood',
  number: 'it holds a number without a unit',
  differ: 'the periods that it gives for the same thing differ',
  hedge: 'it says what is usual, not what is the limit',
  recommended: 'it speaks of a recommendation',
  event: 'the event that it names is not known',
  which: 'it does not say which of its events counts; the later one was taken',
  unlinked: 'how the period and the event belong together was inferred',
  archive: 'to archive is not to delete',
  review: 'the period is one of review, not of keeping',
  every: 'the period recurs',
  negated: 'a word of denial stands beside it',
  contradiction: 'it says that nothing is kept and gives a period or an event',
  placeholder: 'it is marked as not settled',
  anonymised: 'it speaks of anonymised data',
  date: 'it holds a date whose role is not clear',
  'two-dates': 'it holds more than one date, or one that can be read in two ways',
  uncountable: 'the unit of its period cannot be counted in calendar days',
  'begun-hours': 'minutes were counted as a begun hour',
  'two-numbers': 'its number differs in words and in digits',
  vague: 'it also uses words without a measure',
  varies: 'it varies from case to case',
  mixed: 'its parts are joined in more than one way',
  before: 'it counts back from an event',
  endless: 'a part of the data is kept without end',
  unknown: 'it says that something is unknown',
  bracket: 'what stands in brackets may change it',
  aside: 'it also points to something else that decides',
} as const satisfies Readonly<Record<string, string>>;

export type Doubt = keyof typeof DOUBTS;

/** Several doubts in one line, in the order in which they came up. */
export function doubtWords(doubts: Iterable<Doubt>): string {
  return [...doubts].map((d) => DOUBTS[d]).join('; ');
}
