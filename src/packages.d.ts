declare module 'virtual:palette.css' {}

/** A map shipped with the app, as its text. */
declare module '*.sightlines.json?raw' {
  const text: string;
  export default text;
}

/** A style sheet as its text, to be written into a file. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}

/** A script as its text, to be written into a file. */
declare module '*.js?raw' {
  const text: string;
  export default text;
}
