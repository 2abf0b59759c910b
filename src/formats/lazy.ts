/** A value made when it is first wanted. Expressions with Unicode properties cost a millisecond each to build; most output needs none. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
