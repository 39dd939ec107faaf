'use strict';

/*
 * Gives every function an alias named `live` on the version just published, and aims every trigger at it, so
 * that any function can be rolled back by moving its alias. osls does this itself for functions with SnapStart,
 * under the name `snapstart`; the indexer and its reader need more disk than SnapStart allows.
 */
const ALIAS = 'live';

class LiveAlias {
  constructor(serverless) {
    const provider = serverless.getProvider('aws');
    provider.naming.getLambdaSnapStartEnabledAliasName = () => ALIAS;
    const without = () =>
      serverless.service
        .getAllFunctions()
        .map((name) => [name, serverless.service.getFunction(name)])
        .filter(([, fn]) => !fn.snapStart);
    this.hooks = {
      'before:package:compileFunctions': () =>
        without().forEach(([name, fn]) => {
          const logicalId = `${provider.naming.getNormalizedFunctionName(name)}LiveLambdaAlias`;
          fn.targetAlias = { name: ALIAS, logicalId };
        }),
      'after:package:compileFunctions': () =>
        without().forEach(([name, fn]) => {
          const functionLogicalId = provider.naming.getLambdaLogicalId(name);
          serverless.service.provider.compiledCloudFormationTemplate.Resources[fn.targetAlias.logicalId] = {
            Type: 'AWS::Lambda::Alias',
            Properties: {
              FunctionName: { Ref: functionLogicalId },
              FunctionVersion: { 'Fn::GetAtt': [fn.versionLogicalId, 'Version'] },
              Name: ALIAS,
            },
            DependsOn: functionLogicalId,
          };
        }),
    };
  }
}

module.exports = LiveAlias;
