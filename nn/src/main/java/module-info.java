/** Networks, training, data sets and model files. */
module dev.lanewise.nn {
    requires transitive dev.lanewise.kernels;
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports dev.lanewise.nn;
    exports dev.lanewise.nn.data;
    exports dev.lanewise.nn.diagnosis;
    exports dev.lanewise.nn.io;
    exports dev.lanewise.nn.log;
    exports dev.lanewise.nn.optim;
}
