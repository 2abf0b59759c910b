/** What takes long to make is made when it is first asked for, once: a program that starts for one question needs little of it. A pattern with Unicode properties takes a millisecond. */
export function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
