import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Card, Zone } from '../../../../platform/ui/index.ts'
import type { BoardPupils, Waiting } from '../board-pupils-store.ts'
import { roundPath } from '../round.ts'
import { voiceText } from '../text.ts'

interface BoardPupilsZoneProps {
  readonly locale: Locale
  readonly slug: string
  readonly pupils: BoardPupils
}

/**
 * What the board of a team says of its pupils: rounds that they have not heard back from, until they have, and how many
 * goals their class boards have. Nothing where there is nothing to say.
 */
export function BoardPupilsZone({ locale, slug, pupils }: BoardPupilsZoneProps): Html {
  const { waiting, classes } = pupils
  if (waiting.length === 0 && classes.length === 0) return <></>
  const words = voiceText(locale).board
  const say = ({ kind, title, closed }: Waiting) =>
    closed ? words.tell(title) : kind === 'arena' ? words.openArena(title) : words.open(title)
  return (
    <Zone title={words.title} tone="voice" class="voice-pages">
      {waiting.map((each) => (
        <Card shape="item">
          <a class="title" href={roundPath(slug, each.id)}>
            {say(each)}
          </a>
        </Card>
      ))}
      {classes.length > 0 && (
        <Card over={words.classGoals}>
          {classes.map(({ name, goals, reached }) => (
            <p>{words.goals(name, reached, goals)}</p>
          ))}
        </Card>
      )}
    </Zone>
  )
}
