export interface MovementSchoolTable {
  organisation_id: string
  name: string
  school_code: string | null
  /** Null: its leader does not want it to be seen (any more). */
  seen_since: Date | null
  in_rhythm: boolean
  counted_at: Date | null
}

export interface MovementStoryTable {
  organisation_id: string
  id: string
  school_name: string
  title: string
  did: string
  noticed: string
  created_at: Date
  /** Null: not shared, or taken back. */
  shared_at: Date | null
}

export interface MovementAfternoonTable {
  organisation_id: string
  id: string
  partner_name: string
  title: string
  shows: string
  place: string
  contact: string
  starts_at: Date
  minutes: number
  most_people: number
  created_at: Date
  /** Null: not on offer any more. */
  offered_at: Date | null
}

export type Side = 'school' | 'partner'

export interface MovementBookingTable {
  /** The school. */
  organisation_id: string
  id: string
  school_name: string
  partner_id: string
  afternoon_id: string
  people: number
  contact: string
  wish: string
  booked_at: Date
  cancelled_at: Date | null
  cancelled_by: Side | null
}

export interface MovementEvaluationTable {
  /** Of the side that wrote it. */
  organisation_id: string
  booking_id: string
  school_id: string
  people_came: number
  /** 1 much, 2 a little, 3 nothing. */
  worth: number
  took_along: string
  better: string
  written_at: Date
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    movement_schools: MovementSchoolTable
    movement_stories: MovementStoryTable
    movement_afternoons: MovementAfternoonTable
    movement_bookings: MovementBookingTable
    movement_evaluations: MovementEvaluationTable
  }
}
