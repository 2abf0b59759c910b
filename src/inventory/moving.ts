/** Where a row's data are, where they go, and whether that crosses a border. */
import type { Row } from './row.ts';

/** Where the row is at home: the subject's jurisdiction, else the controller's establishment. */
export function home(row: Row): readonly string[] {
  const subject = row.codes('subject_jurisdiction');
  return subject.length > 0 ? subject : row.codes('controller_establishment');
}

/** Countries in which the data are processed, to which they go or where they were seen, without home. */
export function destinations(row: Row): readonly string[] {
  const at = home(row);
  const all = ['processing_country', 'recipient_country', 'observed_region', 'access_countries'] as const;
  return [...new Set(all.flatMap((column) => row.codes(column)))].filter((code) => !at.includes(code));
}
