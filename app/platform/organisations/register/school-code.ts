/** Why a BRIN or location number can't be read; see `schoolCode`. */
export type CodeRefusal = 'invalid-brin' | 'invalid-location' | 'location-of-other-school'

/**
 * The code of a school's location as in RIO: BRIN (two digits, two letters) and location number (two digits), `04LY07`.
 * DUO writes the location in full (`04LY07`), or as the number alone, with or without its zero (`07`, `7`).
 */
export function schoolCode(
  brin: string,
  location: string,
): { readonly ok: true; readonly code: string } | { readonly ok: false; readonly reason: CodeRefusal } {
  const school = brin.trim().toUpperCase()
  const place = location.trim().toUpperCase()
  if (!/^\d{2}[A-Z]{2}$/.test(school)) return { ok: false, reason: 'invalid-brin' }
  if (/^\d{1,2}$/.test(place)) return { ok: true, code: school + place.padStart(2, '0') }
  if (!/^\d{2}[A-Z]{2}\d{2}$/.test(place)) return { ok: false, reason: 'invalid-location' }
  if (!place.startsWith(school)) return { ok: false, reason: 'location-of-other-school' }
  return { ok: true, code: place }
}

/** Whether a text is a full code, in any case: `04ly07`. */
export function isSchoolCode(text: string): boolean {
  return /^\d{2}[a-z]{2}\d{2}$/i.test(text.trim())
}
