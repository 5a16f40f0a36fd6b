/** Where the day of a publication was taken from, surest first. */
export type DateSource = 'given' | 'day-in-name' | 'school-year' | 'loaded'

export type DateRefusal =
  | { readonly ok: false; readonly reason: 'day-invalid'; readonly given: string }
  | { readonly ok: false; readonly reason: 'day-in-future'; readonly given: string }

export type PublicationDay = { readonly ok: true; readonly day: string; readonly source: DateSource } | DateRefusal

/**
 * The day (`2025-10-01`) since which a file says what it says, so that of two files about one school year the newer counts. The
 * files don't tell it: in this order what the user gives; a day in the name; the end of the last school year in it (31 July);
 * the day on which it was loaded.
 */
export function publicationDay(file: {
  readonly given: string | undefined
  readonly name: string
  /** `2024-2025`, of the newest row or column; undefined where nothing in it is about a school year. */
  readonly lastSchoolYear: string | undefined
  readonly today: string
}): PublicationDay {
  const given = file.given?.trim() ?? ''
  if (given !== '') {
    if (!isDay(given)) return { ok: false, reason: 'day-invalid', given }
    if (given > file.today) return { ok: false, reason: 'day-in-future', given }
    return { ok: true, day: given, source: 'given' }
  }
  const [, year, month, day] =
    /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(file.name) ?? []
  const named = `${year}-${month}-${day}`
  if (isDay(named) && named <= file.today) return { ok: true, day: named, source: 'day-in-name' }
  const [, last] = /^\d{4}-(\d{4})$/.exec(file.lastSchoolYear ?? '') ?? []
  if (last === undefined) return { ok: true, day: file.today, source: 'loaded' }
  const end = `${last}-07-31`
  return { ok: true, day: end < file.today ? end : file.today, source: 'school-year' }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
