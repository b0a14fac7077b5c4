/**
 * Stands in the built app for what dockerode loads at start and Howdah never calls (see `leftOut` in
 * electron.vite.config.ts): ssh engines and BuildKit sessions. Loading them took a third of the start.
 */
export {};
