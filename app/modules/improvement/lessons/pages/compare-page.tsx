import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import { Button, Card, Chip, EmptyState, SelectField } from '../../../../platform/ui/index.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { fieldTexts, textFields } from '../document.ts'
import { lessonPeople, type Version } from '../lesson.ts'
import { type Part, wordChanges } from '../word-changes.ts'
import { LessonHead } from './design-page.tsx'
import { type LessonVisit, withLesson } from './lesson-place.ts'
import { LessonTabs } from './lesson-tabs.tsx'

export const compareRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/lessons/:lesson/compare',
  access: lessonPeople,
  handle: (c) => withLesson(c, compareVersions),
}

async function compareVersions(visit: LessonVisit): Promise<Response> {
  const { c, versions, words, path, lesson } = visit
  const { locale } = c.var
  const numbered = (name: string) => versions.find(({ number }) => String(number) === c.req.query(name))
  const to = numbered('to') ?? versions[0]
  const from = numbered('from') ?? versions.find(({ number }) => number < to.number)
  const options = versions.map(({ number }) => ({ value: String(number), label: words.version(number) }))
  return page(c, {
    title: `${words.tabs.compare} · ${lesson.title}`,
    width: 'wide',
    body: (
      <div class="stack">
        <LessonHead visit={visit} version={versions[0]} />
        <LessonTabs locale={locale} path={path} here="compare" />
        {from === undefined ? (
          <EmptyState as="h2" title={words.tabs.compare}>
            {words.compare.only}
          </EmptyState>
        ) : (
          <>
            {versions.length > 2 && (
              <form class="row" method="get" action={`${path}/compare`}>
                <SelectField name="from" label={words.compare.from} options={options} value={String(from.number)} />
                <SelectField name="to" label={words.compare.to} options={options} value={String(to.number)} />
                <Button kind="quiet">{words.compare.show}</Button>
              </form>
            )}
            <p class="soft">{words.compare.lead}</p>
            <Beside visit={visit} from={from} to={to} />
          </>
        )}
      </div>
    ),
  })
}

interface BesideProps {
  readonly visit: LessonVisit
  readonly from: Version
  readonly to: Version
}

function Beside({ visit: { c, words, path }, from, to }: BesideProps): Html {
  const taught = ({ taughtOn }: Version) =>
    taughtOn === null ? words.busy : words.taughtOn(formatDay(c.var.locale, taughtOn, 'long'))
  const [before, after] = [fieldTexts(from.plan), fieldTexts(to.plan)]
  const rows = [...textFields, 'phases' as const]
    .filter((field) => before[field] + after[field] !== '')
    .map((field) => ({
      label: field.startsWith('watch') ? `${words.document.watch} ${words.document[field]}` : words.document[field],
      parts: wordChanges(before[field], after[field]),
    }))
  return (
    <Card as="section" tone="design">
      <table class="beside">
        <caption class="hide">{words.tabs.compare}</caption>
        <thead>
          <tr>
            {[from, to].map((version) => (
              <th scope="col">
                <Chip tone="design" href={`${path}/versions/${version.number}`}>
                  {words.version(version.number)}
                </Chip>{' '}
                <span class="soft">{taught(version)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ label, parts }) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={2}>
                {label}
              </th>
            </tr>
            <tr>
              <td>{marked(parts, 'gone')}</td>
              <td>{marked(parts, 'new')}</td>
            </tr>
          </tbody>
        ))}
      </table>
      {from.pupilsDid + from.worked + from.differently !== '' && (
        <dl class="lesson-texts">
          {(
            [
              [words.lookBack.did, from.pupilsDid],
              [words.lookBack.worked, from.worked],
              [words.lookBack.differently, from.differently],
            ] as const
          ).map(([label, said]) => (
            <div>
              <dt>{label}</dt>
              <dd>{said || words.lookBack.empty}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}

/** One side: what stands there, with what is only there marked. */
function marked(parts: readonly Part[], side: 'gone' | 'new'): readonly Html[] {
  return parts
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map(({ kind, text }) => (kind === 'same' ? <>{text}</> : kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>))
}
