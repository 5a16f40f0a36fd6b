import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, ErrorSummary, TextArea, Was } from '../../../../platform/ui/index.ts'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { Assets } from '../../../../platform/web/services.ts'
import { typedText } from '../../zones/filled.ts'
import { phaseLimits, phasesOf, type TextField, textFields, textOf } from '../document.ts'
import { encodeDocument, openDocument } from '../document-bytes.ts'
import { lessonsText } from '../text.ts'
import type { FormValues } from '../written-form.ts'

declare module '../../../../platform/html/jsx-runtime.ts' {
  namespace JSX {
    interface IntrinsicElements {
      /** What can be written in by several people at once; see `client/lesson-document.ts`. */
      'lesson-document': { id: string; class: string; children?: unknown }
    }
  }
}

/** Empty steps that the form offers to whoever has no script. */
const emptyPhases = ['new1', 'new2', 'new3']

interface PlanFormProps {
  readonly locale: Locale
  readonly assets: Assets
  /** Of the lesson. */
  readonly path: string
  readonly number: number
  readonly edits: number
  readonly document: Uint8Array
  /** Who has the page, as in the journal. */
  readonly actor: string
  /** The form that was refused: then it shows what was typed, and works as a form, also with script. */
  readonly back?: { readonly filled: FilledForm; readonly was: FormValues } | undefined
}

/**
 * The text of a version, to write in. A form that works as such; with script its fields become those of the document
 * (`client/lesson-document.ts`), everybody sees each other write, and nothing needs to be saved.
 */
export function PlanForm({ locale, assets, path, number, edits, document, actor, back }: PlanFormProps): Html {
  const words = lessonsText(locale)
  const filled = back?.filled ?? emptyForm
  const doc = openDocument(document)
  const texts = new Map(textFields.map((field) => [field, textOf(doc, field).toString()]))
  const phases = phasesOf(doc).map(({ id, what, minutes }) => ({ id, what: what.toString(), minutes }))
  // A step that somebody took away meanwhile, in which was written.
  const gone = Object.keys(back?.filled.values ?? {})
    .filter((name) => name.startsWith('what-') && !name.startsWith('what-new'))
    .map((name) => name.slice('what-'.length))
    .filter(
      (id) => !phases.some((phase) => phase.id === id) && back?.was[`what-${id}`] !== back?.filled.values[`what-${id}`],
    )
  const shownPhases = [...phases, ...gone.map((id) => ({ id, what: '', minutes: 0 }))].map((phase) => ({
    ...phase,
    what: typedText(filled, `what-${phase.id}`, phase.what),
    minutes: typedText(filled, `minutes-${phase.id}`, phase.minutes),
    drops: filled.values[`drop-${phase.id}`] !== undefined,
    error: filled.errors[`what-${phase.id}`],
  }))
  const was = back?.was ?? {
    ...Object.fromEntries(texts),
    ...Object.fromEntries(
      phases.flatMap(({ id, what, minutes }) => [
        [`what-${id}`, what],
        [`minutes-${id}`, minutes],
      ]),
    ),
  }
  const area = (field: TextField, rows: number) => (
    <TextArea
      name={field}
      label={words.document[field]}
      hint={field === 'question' ? words.document.questionHint : undefined}
      rows={rows}
      value={typedText(filled, field, texts.get(field) ?? '')}
      error={filled.errors[field]}
    />
  )
  return (
    <lesson-document
      id={`version-${number}`}
      class="lesson-document stack"
      data-keep=""
      data-plain={back === undefined ? undefined : ''}
      data-address={`${path}/edits`}
      data-version={String(number)}
      data-edits={String(edits)}
      data-document={Buffer.from(encodeDocument(doc)).toString('base64')}
      data-actor={actor}
      data-say-saved={words.state.saved}
      data-say-saving={words.state.saving}
      data-say-waiting={words.state.waiting}
      data-say-signed-out={words.state['signed-out']}
      data-say-gone={words.state.gone}
      data-say-removed={words.state.removed}
      data-say-too-much={words.state.tooMuch(0)}
      data-say-writing={words.state.writing('{name}')}
      data-say-total={words.document.total(0)}
      data-say-phase={words.document.phase(0)}
      data-say-minutes={words.document.minutes(0)}
      data-say-drop={words.document.drop(0)}
    >
      {/* What a browser puts back into fields by itself would be taken for typed. */}
      <form class="form" method="post" action={`${path}/text`} autocomplete="off">
        <ErrorSummary
          title={words.problems}
          problems={Object.entries(filled.errors).map(([field, message]) => ({ field, message }))}
        />
        <input type="hidden" name="version" value={String(number)} />
        <Was fields={was} />
        <div class="plan">
          <div class="stack">
            {area('question', 2)}
            {area('pupils-do', 5)}
            {area('pupils-say', 4)}
            <fieldset class="watch">
              <legend>{words.document.watch}</legend>
              <p class="hint">{words.document.watchHint}</p>
              {area('watch-1', 1)}
              {area('watch-2', 1)}
              {area('watch-3', 1)}
            </fieldset>
          </div>
          <div class="stack">
            <fieldset class="lesson-phases">
              <legend>{words.document.phases}</legend>
              <ol>
                {shownPhases.map((phase, index) => (
                  <PhaseFields locale={locale} place={index + 1} {...phase} />
                ))}
                {emptyPhases.map((id, index) => (
                  <PhaseFields
                    locale={locale}
                    place={shownPhases.length + index + 1}
                    id={id}
                    what={typedText(filled, `what-${id}`, '')}
                    minutes={typedText(filled, `minutes-${id}`, 0)}
                    error={filled.errors[`what-${id}`]}
                    isNew
                  />
                ))}
              </ol>
              <p class="total strong">{words.document.total(phases.reduce((sum, { minutes }) => sum + minutes, 0))}</p>
              <p class="scripted" hidden>
                <Button type="button" kind="quiet" icon="plus" name="add-phase">
                  {words.document.newPhase}
                </Button>
              </p>
            </fieldset>
            {area('materials', 4)}
          </div>
        </div>
        <div class="unscripted">
          <p class="soft">{words.document.saveHint}</p>
          <div class="actions">
            <Button kind="main">{words.save}</Button>
          </div>
        </div>
        <p class="saved scripted" role="status" hidden />
      </form>
      <template>
        <PhaseFields locale={locale} place={0} id="id" what="" minutes="0" />
      </template>
      <script type="module" src={assets['lesson-document.js']} />
    </lesson-document>
  )
}

interface PhaseFieldsProps {
  readonly locale: Locale
  readonly place: number
  readonly id: string
  readonly what: string
  readonly minutes: string
  readonly drops?: boolean
  readonly error?: string | undefined
  /** For whoever has no script, to add one. */
  readonly isNew?: boolean
}

function PhaseFields({ locale, place, id, what, minutes, drops, error, isNew }: PhaseFieldsProps): Html {
  const words = lessonsText(locale).document
  return (
    <li data-phase={isNew ? undefined : id} class={isNew ? 'unscripted' : undefined}>
      <textarea
        class="utrecht-textarea utrecht-textarea--html-textarea"
        name={`what-${id}`}
        id={error && `what-${id}`}
        aria-label={words.phase(place)}
        aria-invalid={error ? 'true' : undefined}
        rows={2}
      >
        {what}
      </textarea>
      <label class="minutes">
        <input
          class="utrecht-textbox utrecht-textbox--html-input"
          type="number"
          name={`minutes-${id}`}
          aria-label={words.minutes(place)}
          min="0"
          max={String(phaseLimits.minutes)}
          inputmode="numeric"
          value={minutes}
        />
        <span aria-hidden="true">{words.minutesShort}</span>
      </label>
      {!isNew && (
        <>
          <label class="choice unscripted">
            <input
              class="utrecht-checkbox utrecht-checkbox--html-input"
              type="checkbox"
              name={`drop-${id}`}
              value="yes"
              checked={drops}
              aria-label={words.drop(place)}
            />
            <span aria-hidden="true">{words.dropShort}</span>
          </label>
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle scripted"
            name="drop-phase"
            aria-label={words.drop(place)}
            hidden
          >
            {words.dropShort}
          </button>
        </>
      )}
    </li>
  )
}
