import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Tabs } from '../../../../platform/ui/index.ts'
import { type Board, boardPath, teamBoardPath } from '../../board.ts'
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
  const of = (kind: Board['kind'], place: 'board' | 'organisation') =>
    board.kind === kind ? own : teamBoardPath(slug, board.teamSlug, place)
  const classes = teamBoardPath(slug, board.teamSlug, 'classes')
  const tabs = [
    { label: words.improvement, href: of('improvement', 'board') },
    { label: words.organisational, href: of('organisational', 'organisation') },
    { label: words.classes, href: classes },
    ...(board.kind === 'improvement' ? [{ label: words.periods, href: `${own}/periods` }] : []),
    { label: words.archive, href: `${own}/archive` },
    { label: words.history, href: `${own}/history` },
  ]
  const hereHref = {
    board: board.kind === 'class' ? classes : own,
    classes,
    archive: `${own}/archive`,
    history: `${own}/history`,
  }[here]
  return <Tabs label={words.tabs} tabs={tabs} here={hereHref} />
}
