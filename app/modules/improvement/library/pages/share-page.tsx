import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import {
  Alert,
  Button,
  Card,
  Checkbox,
  CheckboxesField,
  ErrorSummary,
  RadioField,
  TextField,
} from '../../../../platform/ui/index.ts'
import { organisationOf, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { LessonHead } from '../../lessons/pages/design-page.tsx'
import type { LessonVisit } from '../../lessons/pages/lesson-place.ts'
import { LessonTabs } from '../../lessons/pages/lesson-tabs.tsx'
import type { Plan } from '../../lessons/plan.ts'
import { typedList, typedText } from '../../zones/filled.ts'
import { findTerms, hasCurriculum, suggestTerms } from '../curriculum-store.ts'
import { checkLesson, type Shareable, shareableTexts } from '../findings.ts'
import { originsOf } from '../fork-store.ts'
import { planOf, reachableOrigins, termsOf } from '../library-store.ts'
import { sharedOf, usualCredit } from '../share-store.ts'
import { reaches, sharedPath, type Term } from '../shared-lesson.ts'
import { libraryText } from '../text.ts'
import { Changes } from './changes.tsx'
import { answersIn } from './finding-answers.ts'
import { FindingCard } from './finding-card.tsx'
import { originPath } from './shared-page.tsx'

/** The words of the newest version, as they would be shared. */
export function shareableOf({ lesson, versions }: LessonVisit, credit: string): Shareable {
  const { title, subject, year, theme } = lesson
  return { title, subject, year, theme, ...versions[0].plan, credit }
}

/** Sharing the newest version: with whom, and first what may be personal. */
export async function showShare(visit: LessonVisit, filled: FilledForm): Promise<Response> {
  const { c, versions, path, place, lesson } = visit
  const { locale } = c.var
  const { slug, name: school } = organisationOf(c)
  const words = libraryText(locale)
  const [version] = versions
  const found = await withinScope(c, async (trx) => {
    const shared = await sharedOf(trx, place.organisationId, lesson.id)
    const usual = shared?.credit ?? (await usualCredit(trx, place.organisationId, lesson.teamId))
    const credit = typedText(filled, 'credit', usual)
    const shareable = shareableOf(visit, credit)
    const ticked = typedList(filled, 'terms', shared?.terms ?? [])
    const [parent] = await reachableOrigins(trx, (await originsOf(trx, place.organisationId, lesson.id)).slice(0, 1))
    const suggested = await suggestTerms(trx, lesson.subject, Object.values(shareableTexts(shareable)).join(' '), 8)
    const { ambiguous } = await findTerms(trx, ticked, typedText(filled, 'termCodes', ''))
    return {
      shared,
      credit,
      shareable,
      ticked,
      parent,
      parentPlan: parent?.reachable ? await planOf(trx, parent) : null,
      curriculum: await hasCurriculum(trx),
      terms: unlike([...(await termsOf(trx, ticked)), ...ambiguous, ...suggested]),
    }
  })
  const { findings } = checkLesson(found.shareable, answersIn(filled.values), [school])
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: `${words.shareTab} · ${lesson.title}`,
    body: (
      <div class="stack">
        <LessonHead visit={visit} version={version} />
        <LessonTabs locale={locale} path={path} here="share" />
        {found.shared !== null && (
          <Alert kind="ok">
            {words.nowShared(
              found.shared.number,
              words.reach[found.shared.reach],
              formatDay(locale, amsterdamDay(found.shared.sharedAt), 'long'),
            )}{' '}
            <a href={sharedPath(slug, found.shared.id)}>{words.nowSharedSee}</a>
          </Alert>
        )}
        <ErrorSummary title={words.problems} problems={problems} />
        <form class="form" method="post" action={`${path}/share`}>
          <input type="hidden" name="version" value={String(version.number)} />
          <Card as="section" tone="design" over={words.shareVersion(version.number)}>
            <h2>{words.shareTitle}</h2>
            <p class="soft">{words.shareLead}</p>
            <RadioField
              name="reach"
              label={words.withWhom}
              options={reaches.map((value) => ({ value, label: words.reach[value], hint: words.reachHint[value] }))}
              value={typedText(filled, 'reach', found.shared?.reach ?? 'school')}
              error={filled.errors.reach}
            />
            <TextField
              name="credit"
              label={words.credit}
              hint={words.creditHint}
              maxlength={200}
              value={found.credit}
              error={filled.errors.credit}
            />
            <Checkbox
              name="consent"
              label={words.consent}
              checked={typedText(filled, 'consent', '') === 'yes'}
              error={filled.errors.consent}
            />
          </Card>
          <Card as="section" tone={findings.length === 0 ? 'design' : 'board'}>
            <h2>{words.check}</h2>
            <p>{findings.length === 0 ? words.checkNone : words.checkSome(findings.length)}</p>
            {findings.length > 0 && <p class="soft small">{words.checkNote}</p>}
          </Card>
          {findings.map((finding) => (
            <FindingCard locale={locale} finding={finding} filled={filled} />
          ))}
          {found.curriculum && <Curriculum visit={visit} filled={filled} terms={found.terms} ticked={found.ticked} />}
          <div class="actions">
            <Button kind="main">{words.share}</Button>
          </div>
        </form>
        {found.parent !== undefined && (
          <Parent visit={visit} parent={found.parent} from={found.parentPlan} to={version.plan} />
        )}
      </div>
    ),
  })
}

const unlike = (terms: readonly Term[]) => [...new Map(terms.map((term) => [term.uri, term])).values()]

interface ParentProps {
  readonly visit: LessonVisit
  readonly parent: Parameters<typeof originPath>[1] & { readonly title: string; readonly credit: string }
  /** Its words, for who may read them. */
  readonly from: Plan | null
  readonly to: Plan
}

function Parent({ visit, parent, from, to }: ParentProps): Html {
  const { locale } = visit.c.var
  const words = libraryText(locale)
  const name = words.originOne(parent.title, parent.credit)
  return (
    <Card as="section" shape="flat">
      <h2>{words.origin}</h2>
      <p>{from === null ? name : <a href={originPath(organisationOf(visit.c).slug, parent)}>{name}</a>}</p>
      {from !== null && (
        <>
          <h3>{words.changed}</h3>
          <Changes locale={locale} from={from} to={to} />
        </>
      )}
    </Card>
  )
}

interface CurriculumProps {
  readonly visit: LessonVisit
  readonly filled: FilledForm
  readonly terms: readonly Term[]
  readonly ticked: readonly string[]
}

function Curriculum({ visit, filled, terms, ticked }: CurriculumProps): Html {
  const words = libraryText(visit.c.var.locale)
  // Codes begin anew in every list: then each says of which it is.
  const several = new Set(terms.map(({ scheme }) => scheme)).size > 1
  const label = ({ code, label: name, scheme }: Term) =>
    `${code} ${name}${several ? ` (${words.ofList(scheme)})` : ''}`.trim()
  return (
    <Card as="section" shape="flat">
      <h2>{words.terms}</h2>
      {terms.length > 0 && (
        <CheckboxesField
          name="terms[]"
          label={words.termsLead}
          options={terms.map((term) => ({ value: term.uri, label: label(term) }))}
          values={ticked}
        />
      )}
      <TextField
        name="termCodes"
        label={words.termCodes}
        hint={words.termCodesHint}
        optional={words.optional}
        maxlength={200}
        value={typedText(filled, 'termCodes', '')}
        error={filled.errors.termCodes}
      />
    </Card>
  )
}
