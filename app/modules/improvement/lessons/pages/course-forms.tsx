import { type Html, trustedHtml } from '../../../../platform/html/jsx-runtime.ts'
import type { Day } from '../../../../platform/text/days.ts'
import {
  Button,
  Card,
  ConfirmForm,
  ErrorSummary,
  Fold,
  RadioField,
  TextArea,
  TextField,
  Was,
} from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { typedText } from '../../zones/filled.ts'
import type { Choices } from '../list-store.ts'
import { LessonFields } from './lesson-fields.tsx'
import type { LessonVisit } from './lesson-place.ts'

interface FormProps {
  readonly visit: LessonVisit
  readonly filled: FilledForm
}

function Problems({ visit, filled }: FormProps): Html {
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return <ErrorSummary title={visit.words.problems} problems={problems} />
}

/** When and to whom it was taught; that makes the text stand. */
export function Taught({ visit, filled, today }: FormProps & { readonly today: Day }): Html {
  const { words, path, versions } = visit
  const [{ taughtOn, className, number }] = versions
  const teach = words.teach
  if (taughtOn !== null) {
    return (
      <ConfirmForm action={`${path}/untaught`} summary={teach.undo} confirm={teach.undoDo}>
        {teach.undoLead}
      </ConfirmForm>
    )
  }
  return (
    <details class="add" open={Object.keys(filled.errors).length > 0} id="taught">
      <summary class="utrecht-button utrecht-button--primary-action">{teach.title}</summary>
      <Card as="section" shape="flat">
        <Problems visit={visit} filled={filled} />
        <form class="form" method="post" action={`${path}/taught`}>
          <p>{teach.lead}</p>
          <input type="hidden" name="version" value={String(number)} />
          <div class="halves even">
            <TextField
              name="taughtOn"
              label={teach.on}
              type="date"
              required
              max={today}
              value={typedText(filled, 'taughtOn', today)}
              error={filled.errors.taughtOn}
            />
            <TextField
              name="className"
              label={teach.group}
              hint={teach.groupHint}
              maxlength={60}
              value={typedText(filled, 'className', className)}
              error={filled.errors.className}
            />
          </div>
          <div class="actions">
            <Button kind="strong">{teach.do}</Button>
          </div>
        </form>
      </Card>
    </details>
  )
}

/** The evaluation: about pupils, in three questions. */
export function LookBack({ visit, filled }: FormProps): Html {
  const { words, path, versions } = visit
  const [{ pupilsDid, worked, differently, number }] = versions
  const shown = { pupilsDid, worked, differently }
  const back = words.lookBack
  const isDone = pupilsDid + worked + differently !== ''
  const area = (name: keyof typeof shown, label: string) => (
    <TextArea
      name={name}
      label={label}
      maxlength={1000}
      value={typedText(filled, name, shown[name])}
      error={filled.errors[name]}
    />
  )
  return (
    <Card as="section" tone="design" id="look-back">
      <h2>{back.title}</h2>
      <p class="soft">{back.lead}</p>
      <Problems visit={visit} filled={filled} />
      <form class="form" method="post" action={`${path}/look-back`}>
        <input type="hidden" name="version" value={String(number)} />
        <Was fields={shown} />
        {area('pupilsDid', back.did)}
        {area('worked', back.worked)}
        {area('differently', back.differently)}
        <div class="actions">
          <Button kind={isDone ? 'strong' : 'main'}>{words.save}</Button>
        </div>
      </form>
    </Card>
  )
}

/** On from a version that was taught. */
export function NextVersion({ visit: { words, path, versions } }: { readonly visit: LessonVisit }): Html {
  const [{ pupilsDid, worked, differently, number }] = versions
  const isDone = pupilsDid + worked + differently !== ''
  return (
    <Card as="section" shape="flat">
      <h2>{words.next.title}</h2>
      <form class="form" method="post" action={`${path}/next`}>
        <input type="hidden" name="version" value={String(number)} />
        <p>{words.next.lead}</p>
        <div class="actions">
          <Button kind={isDone ? 'main' : 'quiet'}>{words.next.do}</Button>
        </div>
      </form>
    </Card>
  )
}

/** What the lesson is about, and who design it. */
export function AboutLesson({ visit, filled, choices }: FormProps & { readonly choices: Choices }): Html {
  const { c, words, path, lesson } = visit
  const { title, subject, year, theme, goal, designers } = lesson
  const texts = { title, subject, year, theme }
  const ids = designers.map(({ id }) => id)
  // Who designs along from another team, and a goal that is no longer worked on, can still be left as they are.
  const members = [...choices.members, ...designers.filter(({ id }) => !choices.members.some((each) => each.id === id))]
  const goals =
    goal === null || choices.goals.some(({ id }) => id === goal.id) ? choices.goals : [...choices.goals, goal]
  const was = { ...texts, designers: ids, ...(goals.length > 0 ? { goal: goal?.id ?? '' } : {}) }
  return (
    <Fold summary={words.about} open={Object.keys(filled.errors).length > 0} id="about">
      <Card as="section" shape="flat">
        <Problems visit={visit} filled={filled} />
        <form class="form" method="post" action={path}>
          <Was fields={was} />
          <LessonFields
            locale={c.var.locale}
            shown={{ ...texts, goal: goal?.id ?? '', designers: ids }}
            filled={filled}
            choices={{ members, goals }}
          />
          <div class="actions">
            <Button kind="strong">{words.save}</Button>
          </div>
        </form>
      </Card>
    </Fold>
  )
}

interface RemoveProps {
  readonly visit: LessonVisit
  /** Whether it is in the library, where it may stay. */
  readonly isShared: boolean
}

export function RemoveLesson({ visit: { words, path, versions }, isShared }: RemoveProps): Html {
  // What was taught is kept.
  if (versions.some(({ taughtOn }) => taughtOn !== null)) return trustedHtml('')
  const { label, withdraw, keep } = words.removeShared
  return (
    <ConfirmForm
      action={`${path}/remove`}
      summary={words.remove}
      confirm={words.removeYes}
      fields={
        isShared && (
          <RadioField
            name="library"
            label={label}
            options={[
              { value: 'withdraw', label: withdraw },
              { value: 'keep', label: keep },
            ]}
            value="withdraw"
          />
        )
      }
    >
      {words.removeLead}
    </ConfirmForm>
  )
}
