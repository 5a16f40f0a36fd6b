import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { YearProps } from '../../year-props.ts'
import { PeriodCard, periodCardId } from './period-card.tsx'
import { YearHead, yearHeadId } from './year-head.tsx'
import { YearPicture, yearPictureId } from './year-picture.tsx'

export interface YearPart {
  readonly id: string
  readonly html: Html
}

/**
 * The parts of a year board that are sent again after a change. A period card has the id of its place in the year, so
 * that two themes that change places are two cards with other words. What somebody is editing in place has another id and
 * is left alone.
 */
export function yearParts(props: YearProps): readonly YearPart[] {
  const year = props.board.schoolYear
  return [
    { id: yearHeadId(year), html: <YearHead {...props} /> },
    { id: yearPictureId(year), html: <YearPicture {...props} /> },
    ...props.board.periods.map((period) => ({
      id: periodCardId(year, period.number),
      html: <PeriodCard {...props} period={period} />,
    })),
  ]
}
