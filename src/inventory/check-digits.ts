/** Check digits: whether a row of digits can be a number of its kind at all. */

export const digitsOf = (text: string): number[] => text.replaceAll(/\D/g, '').split('').map(Number);

/** Payment cards (ISO/IEC 7812): every second digit from the right counts double. */
export function luhn(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((total, d, i) => total + (i % 2 === 0 ? d : d > 4 ? d * 2 - 9 : d * 2), 0);
  return digits.length > 0 && sum % 10 === 0;
}

/** IBAN (ISO 13616), without blanks: 1 modulo 97, letters as two digits, the first four signs moved to the end. */
export function ibanCheck(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** NHS number: ten digits, weights 10 to 2 modulo 11. */
export function nhsCheck(digits: readonly number[]): boolean {
  const sum = digits.slice(0, 9).reduce((total, d, i) => total + d * (10 - i), 0);
  return digits.length === 10 && digits[9] === (11 - (sum % 11)) % 11 && varied(digits);
}

/** The Japanese individual number: twelve digits, weights 2 to 7 and again 2 to 6 from the right modulo 11. */
export function myNumberCheck(digits: readonly number[]): boolean {
  const rest = digits.slice(0, 11).toReversed().reduce((total, d, i) => total + d * (i < 6 ? i + 2 : i - 4), 0) % 11;
  return digits.length === 12 && digits[11] === (rest <= 1 ? 0 : 11 - rest) && varied(digits);
}

/** Aadhaar: twelve digits that begin with 2 to 9, the last a Verhoeff check digit. */
export function aadhaarCheck(digits: readonly number[]): boolean {
  const check = digits.toReversed().reduce((c, d, i) => compose(c, permute(d, i % 8)), 0);
  return digits.length === 12 && (digits[0] as number) > 1 && check === 0;
}

/** The symmetries of a pentagon: 0 to 4 turn it, 5 to 9 turn it over. */
function compose(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

const PERMUTED = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4] as const;
const permute = (digit: number, times: number): number => (times === 0 ? digit : permute(PERMUTED[digit] as number, times - 1));

/** One digit again and again is a filler, whatever its check digit says. */
const varied = (digits: readonly number[]): boolean => digits.some((d) => d !== digits[0]);
