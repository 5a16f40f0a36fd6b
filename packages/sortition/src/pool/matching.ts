/**
 * What two writings of one name have in common: capitals, spaces of any kind (also no-break ones), invisible signs, and whether
 * letters with accents are composed play no part (Unicode normal form NFKC).
 */
export function keyOf(text: string): string {
  // Most texts are ASCII, for which the rest does nothing but take time.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replaceAll(' ', '')
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
}

/** Signs that no name has, but for white space: they come from damaged files. */
export function hasControlCharacter(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text)
}

/** The places at which a header has this name: as it is written or, where nothing is, with another writing of it. */
export function placesOf(header: readonly string[], name: string): readonly number[] {
  const places = (same: (other: string) => boolean) => [...header.keys()].filter((place) => same(header[place] ?? ''))
  const exact = places((other) => other === name)
  if (exact.length > 0) return exact
  const key = keyOf(name)
  return key === '' ? [] : places((other) => keyOf(other) === key)
}

const comparedAtMost = 200

/** The name that comes nearest, where one is near: at most a third of its signs differ. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  if (names.length > comparedAtMost || text.length > 80) return undefined
  const key = keyOf(text)
  const ranked = names
    .map((name) => ({ name, far: distance(key, keyOf(name)) }))
    .filter(({ name, far }) => far <= keyOf(name).length / 3)
    .toSorted((one, other) => one.far - other.far)
  return ranked[0]?.name
}

/** Levenshtein's: how many signs to put in, leave out or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1]
    for (let k = 0; k < other.length; k++) {
      const change = (row[k] ?? 0) + (one[i] === other[k] ? 0 : 1)
      next.push(Math.min(change, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
