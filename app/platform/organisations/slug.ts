/** The longest that the table takes. */
const longest = 62

/**
 * A name as it stands in an address: `’t Hûs & Hof` becomes `t-hus-en-hof`. Two characters at least: `organisatie` where a
 * name has fewer that can stand in an address.
 */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .replaceAll('&', ' en ')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  return slug.length < 2 ? 'organisatie' : slug
}
