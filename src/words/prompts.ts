/** What people are asked when they look back; a reflection keeps the words of its prompt. */
export const REFLECTION_PROMPTS: readonly string[] = [
  'What surprised you?',
  'What might it look like from their end?',
  'What is yours to change?',
  'Whose view is missing?',
  'What do you think has changed?',
]
