import type { WebContext } from '../../../../platform/web/context.ts'

/** The page of a session that a form was sent from, for who has no script: back to it. Null: from another page. */
export function sessionPageBehind(c: WebContext, boardPath: string): string | null {
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from)) return null
  const { pathname } = new URL(from)
  return pathname === `${boardPath}/session` || pathname.startsWith(`${boardPath}/session/`) ? pathname : null
}
