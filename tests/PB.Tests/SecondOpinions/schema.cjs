// Reads a JSON document and writes what is wrong with it by the schema of 360Giving in the folder that is named, a line for each fault.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv/dist/2020');
const addFormats = require('ajv-formats');

const read = (name) => JSON.parse(readFileSync(join(process.argv[2], name), 'utf8'));
const grantPackage = read('360giving-package-schema.json');
// Each file says in its own words where it lies, and the package names an earlier place of the other.
grantPackage.properties.grants.items = { $ref: 'grant' };

const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false });
addFormats(ajv);
const grant = read('360giving-schema.json');
ajv.addSchema({ ...grant, $id: 'grant' });
const isRight = ajv.compile({ ...grantPackage, $id: 'package', $schema: undefined });
if (!isRight(JSON.parse(readFileSync(0, 'utf8')))) {
  for (const fault of isRight.errors) console.log(`${fault.instancePath} ${fault.message}`);
}
