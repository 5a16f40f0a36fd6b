import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Tabs } from '../../../../platform/ui/index.ts'
import { type Board, boardPath, teamPath } from '../../board.ts'
import { boardText } from '../../text.board.ts'

interface BoardTabsProps {
  readonly locale: Locale
  readonly slug: string
  readonly board: Pick<Board, 'id' | 'kind' | 'teamSlug'>
  readonly here: 'board' | 'classes' | 'archive' | 'history'
}

/** The boards of a team beside each other, and what is no longer on the one that is open. */
export function BoardTabs({ locale, slug, board, here }: BoardTabsProps): Html {
  const words = boardText(locale).page
  const own = boardPath(slug, board.id)
  const team = teamPath(slug, board.teamSlug)
  const of = (kind: Board['kind'], elsewhere: string) => (board.kind === kind ? own : elsewhere)
  const tabs = [
    { label: words.improvement, href: of('improvement', team) },
    { label: words.organisational, href: of('organisational', `${team}/organisation`) },
    { label: words.classes, href: `${team}/classes` },
    { label: words.archive, href: `${own}/archive` },
    { label: words.history, href: `${own}/history` },
  ]
  const hereHref = here === 'board' ? own : here === 'classes' ? `${team}/classes` : `${own}/${here}`
  return <Tabs label={words.tabs} tabs={tabs} here={hereHref} />
}
