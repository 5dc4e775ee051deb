package org.sluis.stack;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All that is tested inside the server, in one process and one run: the server starts once for them. */
@Suite
@SelectPackages("org.sluis")
@IncludeClassNamePatterns(".*InContainerIT")
class ContainerSuiteIT {}
