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
  SelectField,
  TextField,
} from '../../../../platform/ui/index.ts'
import { organisationOf, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { LessonHead } from '../../lessons/pages/design-page.tsx'
import type { LessonVisit } from '../../lessons/pages/lesson-place.ts'
import { LessonTabs } from '../../lessons/pages/lesson-tabs.tsx'
import { typedText } from '../../zones/filled.ts'
import { hasCurriculum, suggestTerms } from '../curriculum-store.ts'
import { findingsIn, type LessonFinding, reasons, type Shareable, shareableTexts } from '../findings.ts'
import { forkOf, sharedOf } from '../library-store.ts'
import { reaches, sharedPath, type Term } from '../shared-lesson.ts'
import { libraryText } from '../text.ts'
import { Changes } from './changes.tsx'
import { fieldName } from './field-name.ts'

/** The words of the newest version, as they would be shared. */
export function shareableOf({ lesson, versions }: LessonVisit): Shareable {
  const { title, subject, year, theme } = lesson
  return { title, subject, year, theme, ...versions[0].plan }
}

/** Names of the fields that answer a finding. */
export const answerNames = (id: string) => ({ fix: `fix_${id}`, with: `with_${id}`, why: `why_${id}` })

/** Sharing the newest version: first what may be personal, then with whom. */
export async function showShare(visit: LessonVisit, filled: FilledForm): Promise<Response> {
  const { c, versions, path, place, lesson } = visit
  const { locale } = c.var
  const { slug } = organisationOf(c)
  const words = libraryText(locale)
  const [version] = versions
  const shareable = shareableOf(visit)
  const findings = findingsIn(shareable)
  const found = await withinScope(c, async (trx) => ({
    shared: await sharedOf(trx, place.organisationId, lesson.id),
    parent: await forkOf(trx, place.organisationId, lesson.id),
    curriculum: await hasCurriculum(trx),
    terms: await suggestTerms(trx, Object.values(shareableTexts(shareable)).join(' '), 8),
  }))
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
            <FindingCard visit={visit} finding={finding} filled={filled} />
          ))}
          {found.curriculum && <Curriculum visit={visit} filled={filled} terms={found.terms} />}
          <div class="actions">
            <Button kind="main">{words.share}</Button>
          </div>
        </form>
        {found.parent !== null && (
          <Card as="section" shape="flat">
            <h2>{words.origin}</h2>
            <p>
              <a href={sharedPath(slug, found.parent.id)}>{words.originOne(found.parent.title, found.parent.credit)}</a>
            </p>
            <h3>{words.changed}</h3>
            <Changes locale={locale} from={found.parent.plan} to={version.plan} />
          </Card>
        )}
      </div>
    ),
  })
}

interface FindingCardProps {
  readonly visit: LessonVisit
  readonly finding: LessonFinding
  readonly filled: FilledForm
}

function FindingCard({ visit, finding, filled }: FindingCardProps): Html {
  const { locale } = visit.c.var
  const words = libraryText(locale)
  const names = answerNames(finding.id)
  const { before, text, after, kind, field } = finding
  return (
    <Card as="section" shape="flat" over={`${words.kinds[kind]} · ${fieldName(locale, field)}`}>
      <p>
        {before}
        <mark>
          <strong>{text}</strong>
        </mark>
        {after}
      </p>
      <RadioField
        name={names.fix}
        label={words.fix}
        inline
        options={[
          { value: 'replace', label: words.replace },
          { value: 'none', label: words.isNone },
        ]}
        value={typedText(filled, names.fix, '')}
        error={filled.errors[names.fix]}
      />
      <div class="halves even">
        <TextField
          name={names.with}
          label={words.replaceWith}
          maxlength={200}
          value={typedText(filled, names.with, words.instead[kind])}
          error={filled.errors[names.with]}
        />
        <SelectField
          name={names.why}
          label={words.whyNone}
          choose={words.chooseWhy}
          options={reasons.map((value) => ({ value, label: words.why[value] }))}
          value={typedText(filled, names.why, '')}
          error={filled.errors[names.why]}
        />
      </div>
    </Card>
  )
}

interface CurriculumProps {
  readonly visit: LessonVisit
  readonly filled: FilledForm
  readonly terms: readonly Term[]
}

function Curriculum({ visit, filled, terms }: CurriculumProps): Html {
  const words = libraryText(visit.c.var.locale)
  const ticked = [filled.values.terms ?? []].flat()
  return (
    <Card as="section" shape="flat">
      <h2>{words.terms}</h2>
      {terms.length > 0 && (
        <CheckboxesField
          name="terms[]"
          label={words.termsLead}
          options={terms.map(({ uri, code, label }) => ({ value: uri, label: `${code} ${label}`.trim() }))}
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
