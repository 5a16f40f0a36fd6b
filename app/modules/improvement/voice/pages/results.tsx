import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Card, Chip, Face, moods } from '../../../../platform/ui/index.ts'
import { askedIn } from '../pupils/pupil-page.tsx'
import { pupilText } from '../pupils/pupil-text.ts'
import { fewestToTell, type Range } from '../range.ts'
import type { View } from '../release.ts'
import { type Question, sameQuestion } from '../round.ts'
import type { Round } from '../round-store.ts'
import { changeOf, rowsOf } from '../said.ts'
import { voiceText } from '../text.ts'
import type { Said } from '../words-store.ts'

interface ResultsProps {
  readonly locale: Locale
  readonly round: Round
  readonly views: readonly View[]
  /** The round of the same group and set before this one, with what was released of it. */
  readonly before: { readonly round: Round; readonly views: readonly View[] } | null
  readonly words: readonly Said[]
}

/** What was released of a round, question by question: bars that say from how many to how many. */
export function Results({ locale, round, views, before, words }: ResultsProps): Html {
  const text = voiceText(locale).round
  if (views.length === 0 && words.length === 0) return <p>{text.tooFew(round.answered)}</p>
  return (
    <div class="stack">
      <div class="asked-grid">
        {round.questions.map((question, place) => {
          const of = views.filter((view) => view.question === place)
          const asked = before?.round.questions[place]
          const was =
            asked !== undefined && sameQuestion(asked, question)
              ? before?.views.find((view) => view.question === place && view.subgroup === null)
              : undefined
          if (question.kind === 'words') {
            const said = words.filter((each) => each.question === place)
            return (
              <Card as="section" tone="voice">
                <h2 class="question">{askedIn(question, locale)}</h2>
                {said.length === 0 ? (
                  <p class="soft">{round.wordsShownAt === null ? text.hiddenYet : text.wordsHidden}</p>
                ) : (
                  <ul class="sayings">
                    {said.map((each) => (
                      <li dir="auto">{each.words}</li>
                    ))}
                  </ul>
                )}
              </Card>
            )
          }
          return (
            <Card as="section" tone="voice">
              <h2 class="question">{askedIn(question, locale)}</h2>
              {of.length === 0 && <p class="soft">{text.questionHidden}</p>}
              {of.map((view) => (
                <ViewBars locale={locale} question={question} round={round} view={view} />
              ))}
              {was !== undefined && before !== null && of[0] !== undefined && tells(was) && tells(of[0]) && (
                <p class="small">
                  <Chip tone="insight">{text.compare[changeOf(was, of[0])]}</Chip>{' '}
                  <span class="soft">
                    {text.before(formatDay(locale, amsterdamDay(before.round.openedAt), 'spoken'))}
                  </span>
                </p>
              )}
            </Card>
          )
        })}
      </div>
      {views.some(tells) && <p class="soft small">{text.rough}</p>}
    </div>
  )
}

/** Of fewer a range says nothing: anything between nobody and all. */
function tells({ n }: View): boolean {
  return n >= fewestToTell
}

interface ViewBarsProps {
  readonly locale: Locale
  readonly question: Question
  readonly round: Round
  readonly view: View
}

function ViewBars({ locale, question, round, view }: ViewBarsProps): Html {
  const text = voiceText(locale).round
  const words = pupilText(locale)
  const labels: readonly string[] = question.kind === 'faces' ? words.faces : words.scale
  const group = view.subgroup === null ? text.wholeGroup : (round.subgroups[view.subgroup] ?? '')
  if (!tells(view)) {
    return (
      <p class="soft">
        {round.subgroups.length > 0 && <b>{group} · </b>}
        {text.n(view.n)}. {text.fewToTell}
      </p>
    )
  }
  return (
    <table class="ranges">
      <caption>
        {round.subgroups.length > 0 && <b>{group} · </b>}
        {text.n(view.n)}
      </caption>
      <thead class="hide">
        <tr>
          <th scope="col">{text.step}</th>
          <th scope="col">{text.count}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(view).map(({ from, to, range }) => (
          <tr>
            <th scope="row">
              {question.kind === 'faces' && <Face mood={moods[to] ?? 'fair'} on />}
              {from === to ? labels[to] : text.or(labels[from] ?? '', labels[to] ?? '')}
            </th>
            <td>
              <RangeBar range={range} n={view.n} />
              <span class="num">{text.of(text.range(range.low, range.high), view.n)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Solid as far as it is certain, striped as far as it may be. The words beside it say the same. */
function RangeBar({ range, n }: { readonly range: Range; readonly n: number }): Html {
  return (
    <svg class="range" viewBox={`0 0 ${n} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" width={n} height="1" />
      <rect class="may" width={range.high} height="1" />
      <rect class="sure" width={range.low} height="1" />
    </svg>
  )
}
