import type { WebContext } from './context.ts'

/** Whether the asker has what carries this tag already (RFC 9110, 13.1.2): compared weakly, as for reading it must be. */
export function hasAlready(c: WebContext, etag: string): boolean {
  const asked = c.req.header('if-none-match') ?? ''
  const plain = (tag: string) => tag.trim().replace(/^W\//, '')
  return asked.split(',').some((each) => plain(each) === plain(etag))
}
