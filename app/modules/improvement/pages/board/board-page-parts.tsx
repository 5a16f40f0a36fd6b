import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'
import { PageHead } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Board } from '../../board.ts'
import { findBoard, type OpenBoard } from '../../board-store.ts'
import { boardText } from '../../text.board.ts'
import { BoardTabs } from './board-tabs.tsx'

/** The team on its own boards, the class on its board. */
export function boardTitle(board: Board): string {
  return board.kind === 'class' ? board.name : board.teamName
}

/** The board in the path with what this visitor may do on it; null for who may not see it. */
function boardIn(c: WebContext): Promise<OpenBoard | null> {
  return withinScope(c, (trx) => findBoard(trx, c.var.visit, c.req.param('board') ?? ''))
}

/** A page that belongs to a board: its archive, its history. */
export async function pageOfBoard(
  c: WebContext,
  here: 'archive' | 'history',
  body: (open: OpenBoard) => Promise<Child>,
): Promise<Response> {
  const open = await boardIn(c)
  if (open === null) return refuse(c, 'not-found')
  const { locale } = c.var
  const { board } = open
  const organisation = organisationOf(c)
  const words = boardText(locale).page
  const content = await body(open)
  return page(c, {
    title: `${words[here]} · ${boardTitle(board)}`,
    body: (
      <div class="stack">
        <PageHead over={`${organisation.name} · ${words[here]}`} title={boardTitle(board)} />
        <BoardTabs locale={locale} slug={organisation.slug} board={board} here={here} />
        {content}
      </div>
    ),
  })
}

/** A part of such a page, with a heading. */
export function Part({ title, children }: { readonly title: string; readonly children?: Child }): Html {
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
