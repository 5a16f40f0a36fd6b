import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Face, Icon, moods } from '../../../../platform/ui/index.ts'
import type { Question } from '../round.ts'
import { longestWords } from './give-answer.ts'
import type { PupilText } from './pupil-text.ts'

interface QuestionFieldProps {
  readonly words: PupilText
  readonly question: Question
  /** The question in the pupil's language, or as the school wrote it. */
  readonly asked: string
  readonly place: number
  readonly value?: string | readonly string[] | undefined
}

/** One question, big enough for a thumb: faces, steps or own words. */
export function QuestionField({ words, question, asked, place, value }: QuestionFieldProps): Html {
  const name = `q${place}`
  if (question.kind === 'words') {
    return (
      <div class="asked" data-controller="aloud">
        <label for={name}>{asked}</label>
        <Aloud words={words} spoken={asked} />
        <p class="soft" id={`${name}-hint`}>
          {words.wordsHint}
        </p>
        <textarea
          class="utrecht-textarea utrecht-textarea--html-textarea"
          id={name}
          name={name}
          rows={3}
          maxlength={longestWords}
          aria-describedby={`${name}-hint`}
        >
          {value}
        </textarea>
      </div>
    )
  }
  const faces = question.kind === 'faces'
  const steps: readonly string[] = faces ? words.faces : words.scale
  return (
    <fieldset class="asked" data-controller="aloud" id={name}>
      <legend>{asked}</legend>
      <Aloud words={words} spoken={`${asked} ${steps.join(', ')}`} />
      <div class={faces ? 'faces' : 'scale'}>
        {steps.map((label, step) => (
          <label>
            <input type="radio" name={name} value={step} checked={value === String(step)} />
            {faces && <Face mood={moods[step] ?? 'fair'} />}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Reads the question aloud on the device itself. Hidden as long as the device can't. */
function Aloud({ words, spoken }: { readonly words: PupilText; readonly spoken: string }): Html {
  return (
    <button type="button" class="aloud" data-action="aloud#say" data-aloud-target="button" value={spoken} hidden>
      <Icon name="volume" />
      {words.aloud}
    </button>
  )
}
