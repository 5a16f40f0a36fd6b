/** How the columns of the two tables may be called, in Dutch and in English; small letters, blanks as `_`. */
export const teacherColumns = {
  id: ['id', 'leraar', 'teacher'],
  school: ['school'],
  leader: ['schoolleider', 'leider', 'leader', 'school_leader'],
  buddy: ['buddy'],
  subject: ['vak', 'subject'],
  otherSubjects: ['andere_vakken', 'other_subjects'],
  requires: ['vereist', 'requires'],
  qualifications: ['bevoegdheden', 'bevoegdheid', 'qualifications', 'qualification'],
  otherSectors: ['andere_sectoren', 'other_sectors'],
  partTime: ['deeltijdfactor', 'part_time', 'fte'],
  tolerance: ['deeltijdmarge', 'tolerance'],
  radius: ['straal_km', 'radius_km'],
  minutes: ['reistijd_min', 'travel_min'],
  periods: ['periode', 'perioden', 'period', 'periods'],
  year: ['schooljaar', 'school_year'],
  vetoes: ['niet_met', 'vetoes', 'veto'],
  buddyVetoes: ['buddy_niet_met', 'buddy_vetoes', 'buddy_veto'],
  latitude: ['breedte', 'lat', 'latitude'],
  longitude: ['lengte', 'lon', 'longitude'],
  rdX: ['rd_x'],
  rdY: ['rd_y'],
} as const

export const schoolColumns = {
  id: ['id', 'school'],
  sector: ['sector'],
  expertise: ['expertise'],
  goals: ['doelen', 'goals'],
  vetoes: teacherColumns.vetoes,
  latitude: teacherColumns.latitude,
  longitude: teacherColumns.longitude,
  rdX: teacherColumns.rdX,
  rdY: teacherColumns.rdY,
} as const

export type TeacherColumn = keyof typeof teacherColumns
export type SchoolColumn = keyof typeof schoolColumns
