// A style sheet as its text: the extension of JupyterLab brings its own along.
declare module "*.css" {
  const text: string;
  export default text;
}
