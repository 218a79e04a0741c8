package dev.lanewise.kernels;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Reads a flag of the HotSpot virtual machine. */
final class HotSpotFlags {
    private HotSpotFlags() {
    }

    /** Whether the flag is known and true; false on other virtual machines and without the management module. */
    static boolean isOn(String flag) {
        try {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return bean != null && Boolean.parseBoolean(bean.getVMOption(flag).getValue());
        } catch (IllegalArgumentException | NoClassDefFoundError unknown) {
            return false;
        }
    }
}
