import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, ButtonLink, TextArea, Was } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { schoolYearName } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'
import type { YearProps } from '../../year-props.ts'

export const yearHeadId = (year: number): string => `year-head-${year}`

/** More letters than this don't fit in the largest type. */
const longAmbition = 110

/** The ambition in the largest letters of the page. */
export function YearHead({ locale, audience, school, schoolName, board }: YearProps): Html {
  const words = yearText(locale)
  const path = `${school}/year/${board.schoolYear}`
  return (
    <div class="ambition" id={yearHeadId(board.schoolYear)}>
      <p class="over">{words.over(schoolYearName(board.schoolYear), schoolName)}</p>
      <h1 class={board.ambition.length > longAmbition ? 'long' : undefined}>{board.ambition}</h1>
      {audience === 'writes' && (
        <p class="no-print">
          <ButtonLink kind="plain" icon="pencil" href={`${path}?edit=ambition#ambition`}>
            {words.ambition.edit}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

/** The same place, to write in. */
export function EditAmbition({ filled, ...props }: YearProps & { readonly filled: FilledForm }): Html {
  const { locale, school, schoolName, board } = props
  const words = yearText(locale)
  const path = `${school}/year/${board.schoolYear}`
  return (
    <div class="ambition">
      <p class="over">{words.over(schoolYearName(board.schoolYear), schoolName)}</p>
      <h1 class="hide">{board.ambition}</h1>
      <form class="form" method="post" action={`${path}/ambition`} data-entry="">
        <Was fields={{ ambition: board.ambition }} />
        <TextArea
          name="ambition"
          rows={2}
          maxlength={300}
          required
          label={words.ambition.label}
          hint={words.ambition.hint}
          value={String(filled.values.ambition ?? board.ambition)}
          error={filled.errors.ambition}
        />
        <div class="actions">
          <Button kind="main">{words.save}</Button>
          <ButtonLink kind="plain" href={path}>
            {words.cancel}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
