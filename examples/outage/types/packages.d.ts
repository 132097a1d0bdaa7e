// So that the example opens without errors before its packages are installed: what is not there is `any`. Packages that are
// installed come first.
declare module '@aws-sdk/*';
declare module 'aws-cdk-lib';
declare module 'aws-cdk-lib/*';
declare module 'aws-sdk';
declare module 'constructs';
declare module 'react';
declare module 'react/jsx-runtime';
