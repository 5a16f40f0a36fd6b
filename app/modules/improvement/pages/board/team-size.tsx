import { type Html, trustedHtml } from '../../../../platform/html/jsx-runtime.ts'
import type { Visit } from '../../../../platform/identity/viewer.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Alert } from '../../../../platform/ui/index.ts'
import { type Board, teamSizes } from '../../board.ts'
import { boardText } from '../../text.board.ts'

interface TeamSizeProps {
  readonly locale: Locale
  readonly slug: string
  readonly visit: Visit
  readonly board: Pick<Board, 'kind'>
  readonly size: number
}

/** Tells the leader and the coach that a team is small or large for one board. Nobody is kept from anything. */
export function TeamSize({ locale, slug, visit, board, size }: TeamSizeProps): Html {
  const concerned = visit.roles.includes('leader') || visit.roles.includes('coach')
  if (!concerned || board.kind !== 'improvement') return trustedHtml('')
  if (size >= teamSizes.fewest && size <= teamSizes.most) return trustedHtml('')
  const words = boardText(locale).page
  return (
    <Alert kind="info">
      {size < teamSizes.fewest ? words.tooFew(size) : words.tooMany(size)}{' '}
      <a href={`/s/${slug}/teams`}>{words.toTeams}</a>
    </Alert>
  )
}
