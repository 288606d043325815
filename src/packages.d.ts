declare module 'virtual:palette.css' {}

/** A map shipped with the app, as its text. */
declare module '*.sightlines.json?raw' {
  const text: string;
  export default text;
}
