/** A YAML file as plain data; scripts/yaml-modules.js makes a module of it. */
declare module "*.yaml" {
  const data: unknown;
  export default data;
}
