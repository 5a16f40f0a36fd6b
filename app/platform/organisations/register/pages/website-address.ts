/**
 * The address of a website as DUO writes it (`www.school.nl`), to link to; null where it is no address of a website, so
 * that nothing else that stands in that cell becomes a link.
 */
export function websiteAddress(written: string): string | null {
  const bare = written.trim().replace(/^https?:\/\//i, '')
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#][^\s<>"]*)?$/u.test(bare)) return null
  const scheme = /^http:\/\//i.test(written.trim()) ? 'http' : 'https'
  return URL.canParse(`${scheme}://${bare}`) ? `${scheme}://${bare}` : null
}
